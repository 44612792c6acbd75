package org.vmacheck.checks.book;

import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vmacheck.checks.scenario.Outcomes;
import org.vmacheck.checks.syscall.Machine;
import org.vmacheck.checks.syscall.SystemCall.Returns;
import org.vmacheck.model.Invariants;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.pgtable.Pte;

/**
 * The end of an execution as an exported program prints it, so that the two can be compared: named
 * results, VMAs with their flags, a letter a page, and what the pages hold that the page reads.
 *
 * <pre>
 *   0:g=0 |0-2:rd mr mw me gu ac,2-4:rd wr mr mw me ac|.G.P 3=1
 * </pre>
 */
final class EndText {

  /**
   * Flags of which no manual says when they are there: what was touched since when, whether there
   * may be a guard somewhere, and what of a mapping is accounted for.
   */
  private static final long OWN = VmFlags.SOFTDIRTY | VmFlags.MAYBE_GUARD | VmFlags.ACCOUNT;

  private EndText() {}

  /** The text of one end. */
  static String of(
      Page page, EndState end, MmStruct mm, List<Machine.Task> tasks, Outcomes outcomes) {
    StringBuilder text = new StringBuilder(results(page, outcomes)).append('|');
    text.append(state(page, end, mm));
    for (Machine.Task task : tasks) {
      if (task.childMm() != null) {
        text.append("|child ").append(state(page, end.of(task.childMm()), task.childMm()));
      }
    }
    return text.toString();
  }

  /**
   * What the user of an address space, and of its children, sees of it: of each page what a load
   * gives and what smaps says. Where a VMA begins is the kernel's business, and so are the flags
   * that it keeps for itself.
   */
  static String seen(Page page, EndState end, MmStruct mm, List<Machine.Task> tasks) {
    StringBuilder text = new StringBuilder(seen(page, end, mm));
    for (Machine.Task task : tasks) {
      if (task.childMm() != null) {
        text.append("|child ").append(seen(page, end.of(task.childMm()), task.childMm()));
      }
    }
    return text.toString();
  }

  private static String seen(Page page, EndState end, MmStruct mm) {
    StringJoiner text = new StringJoiner(" ");
    for (int at = 0; at < page.pages(); at++) {
      VmArea vma = mm.mmMt.rcuDereference().walk(at);
      if (vma == null) {
        text.add("-");
      } else {
        long flags = vma.vmFlags.plain() & ~OWN;
        boolean guard = Pte.isGuard(Invariants.pteOf(mm.pageTables, at));
        text.add("[" + VmFlags.toString(flags) + "]" + (guard ? "guard" : end.read(at)));
      }
    }
    return text.toString();
  }

  private static String results(Page page, Outcomes outcomes) {
    StringBuilder text = new StringBuilder();
    for (int thread = 0; thread < page.threads().size(); thread++) {
      List<Statement> statements = page.threads().get(thread).statements();
      for (int i = 0; i < statements.size(); i++) {
        Statement statement = statements.get(i);
        if (!statement.result().isEmpty()) {
          long value = outcomes.of(thread, i);
          text.append(thread).append(':').append(statement.result()).append('=');
          text.append(
              statement.call().returns() == Returns.FLAGS
                  ? "\"" + flags(value) + "\""
                  : String.valueOf(value));
          text.append(' ');
        }
      }
    }
    return text.toString();
  }

  private static String flags(long value) {
    return value < 0 ? "-1" : VmFlags.toString(value & ~VmFlags.SOFTDIRTY);
  }

  private static String state(Page page, EndState end, MmStruct mm) {
    StringJoiner areas = new StringJoiner(",");
    for (VmaTree.Entry entry : mm.mmMt.rcuDereference().entries()) {
      long flags = entry.vma().vmFlags.plain() & ~VmFlags.SOFTDIRTY;
      areas.add(entry.start() + "-" + entry.end() + ":" + VmFlags.toString(flags));
    }
    StringBuilder text = new StringBuilder(areas.toString()).append('|');
    for (int at = 0; at < page.pages(); at++) {
      text.append(letter(Invariants.pteOf(mm.pageTables, at)));
    }
    for (int read : reads(page.condition().proposition())) {
      text.append(' ').append(read).append('=').append(end.read(read));
    }
    return text.toString();
  }

  /** As {@code page_state()} of {@code window.h} has them. */
  private static char letter(long pte) {
    if (Pte.isGuard(pte)) {
      return 'G';
    } else if (Pte.isUffdWpMarker(pte)) {
      return 'M';
    } else if (Pte.isPresent(pte)) {
      return 'P';
    }
    return Pte.isSwap(pte) ? 'S' : '.';
  }

  /** The pages that a proposition reads. */
  static Set<Integer> reads(Proposition proposition) {
    return proposition
        .atoms()
        .filter(Proposition.Read.class::isInstance)
        .map(read -> ((Proposition.Read) read).page())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
