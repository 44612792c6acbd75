package org.vmacheck.checks.book;

import org.vmacheck.checks.syscall.Machine;
import org.vmacheck.model.memory.sequential.SequentialMemory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.release.Releases;

/**
 * The state that a page starts from, on the newest kernel: every call succeeds, and the pictures
 * are true. One letter a page: {@code w} read-write, {@code r} read-only, {@code -} no access,
 * {@code g} guard, {@code .} unmapped; {@code |} borders of VMAs.
 */
final class InitialState {

  private InitialState() {}

  /**
   * @throws PageFailure where it is not so
   */
  static void check(Page page) {
    Machine machine = Machine.of(Releases.newest().boot(new SequentialMemory()), page.pages());
    page.initial().files().forEach(machine::create);
    Machine.Task task = machine.task("init", machine.mm());
    int done = 0;
    for (Statement statement : page.initial().calls()) {
      long result = task.call(statement.call());
      if (result < 0) {
        throw new PageFailure(
            statement.at(),
            statement.call().text()
                + " fails with "
                + Values.text(statement.call().returns(), result));
      }
      done++;
      for (Initial.Picture picture : page.initial().pictures()) {
        if (picture.calls() == done) {
          check(picture, task.mm(), page.pages());
        }
      }
    }
  }

  private static void check(Initial.Picture picture, MmStruct mm, int pages) {
    String seen = of(mm, pages);
    if (!normal(picture.text()).equals(normal(seen))) {
      throw new PageFailure(
          picture.at(), "the picture says " + picture.text() + ", the address space is " + seen);
    }
  }

  /** Unmapped pages at the end need not be drawn. */
  private static String normal(String picture) {
    return picture.replaceAll("[|.]*$", "");
  }

  private static String of(MmStruct mm, int pages) {
    StringBuilder picture = new StringBuilder();
    VmArea last = null;
    boolean first = true;
    for (int page = 0; page < pages; page++) {
      VmArea vma = mm.mmMt.plain().walk(page);
      if (first || vma != last) {
        picture.append('|');
      }
      picture.append(letter(mm, vma, page));
      last = vma;
      first = false;
    }
    return picture.append('|').toString();
  }

  private static char letter(MmStruct mm, VmArea vma, int page) {
    if (vma == null) {
      return '.';
    }
    if (org.vmacheck.model.pgtable.Pte.isGuard(
        org.vmacheck.model.Invariants.pteOf(mm.pageTables, page))) {
      return 'g';
    }
    long flags = vma.vmFlags.plain();
    return (flags & VmFlags.WRITE) != 0 ? 'w' : (flags & VmFlags.READ) != 0 ? 'r' : '-';
  }
}
