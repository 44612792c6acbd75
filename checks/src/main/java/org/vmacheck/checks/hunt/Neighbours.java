package org.vmacheck.checks.hunt;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vmacheck.checks.book.End;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.book.PageProgram;
import org.vmacheck.checks.book.Proposition;
import org.vmacheck.checks.hunt.promise.Names;
import org.vmacheck.checks.hunt.promise.Promised;
import org.vmacheck.checks.scenario.Outcomes;
import org.vmacheck.checks.syscall.SystemCall;
import org.vmacheck.model.memory.sequential.SequentialMemory;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.release.Release;

/**
 * A call changes the pages that it names. Whether it splits or merges the VMAs of others is its own
 * business: those are mapped as they were, with the flags that they had.
 */
final class Neighbours {

  /** Flags that a merge may bring in: they say what may have happened somewhere in the VMA. */
  private static final long STICKY = VmFlags.STICKY;

  private static final Outcomes NOTHING = (thread, call) -> 0;

  private Neighbours() {}

  /** What is promised of the pages that no call names. */
  static List<Promised> of(Release kernel, Question question, Page page) {
    int[] others =
        IntStream.range(0, page.pages())
            .filter(at -> question.calls().noneMatch(call -> changes(call, at)))
            .toArray();
    List<Promised> all = new ArrayList<>();
    PageProgram.judged(kernel, page, start -> add(start, others, question, all))
        .prepare(new SequentialMemory())
        .property()
        .check(NOTHING);
    return all;
  }

  private static boolean changes(SystemCall call, int page) {
    return !(call instanceof SystemCall.Write) && Names.names(call, page);
  }

  private static void add(End start, int[] pages, Question question, List<Promised> all) {
    for (int page : pages) {
      boolean mapped = start.holds(new Proposition.Mapped(page));
      if (mapped || !question.hasStack()) {
        all.add(asIn(start, new Proposition.Mapped(page)));
      }
      if (mapped) {
        VmFlags.smapsMnemonics().keySet().stream()
            .filter(flag -> (flag & STICKY) == 0)
            .map(flag -> asIn(start, new Proposition.Flag(page, flag)))
            .forEach(all::add);
      }
    }
  }

  private static Promised asIn(End start, Proposition proposition) {
    return new Promised(
        List.of(), start.holds(proposition) ? proposition : new Proposition.Not(proposition));
  }
}
