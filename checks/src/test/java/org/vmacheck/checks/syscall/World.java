package org.vmacheck.checks.syscall;

import java.util.StringJoiner;
import org.vmacheck.checks.book.PageReader;
import org.vmacheck.model.Invariants;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.sequential.SequentialMemory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.release.Release;

/** One process of one thread, for tests; after each call the invariants are checked. */
final class World {

  final Kernel kernel;

  /** The address space that the process began in. */
  final MmStruct mm;

  private final Machine machine;
  private final Machine.Task task;

  private World(Release release, int pages) {
    kernel = release.boot(new SequentialMemory());
    machine = Machine.of(kernel, pages);
    mm = machine.mm();
    task = machine.task("process", mm);
  }

  static World of(Release release, int pages) {
    return new World(release, pages);
  }

  /** Makes a file that calls can name. */
  void file(String name, int pages) {
    machine.create(name, pages);
  }

  /**
   * Makes calls.
   *
   * @param text {@code mprotect(0, 2, PROT_READ)}; several with semicolons between them
   * @return what the last one returned
   */
  long call(String text) {
    long result = 0;
    for (SystemCall call : PageReader.calls(text)) {
      result = call(call);
    }
    return result;
  }

  /** Makes a call. */
  long call(SystemCall call) {
    long result = task.call(call);
    new Invariants(kernel).check(task.mm());
    return result;
  }

  /**
   * The VMA of a page of the address space that the process is in by now; null if there is none.
   */
  VmArea vma(long page) {
    return task.mm().mmMt.plain().walk(page);
  }

  /** The VMAs as {@code 0-2 rw, 2-4 r- gu}. */
  String maps() {
    StringJoiner maps = new StringJoiner(", ");
    for (VmaTree.Entry entry : task.mm().mmMt.plain().entries()) {
      long flags = entry.vma().vmFlags.plain();
      maps.add(
          entry.start()
              + "-"
              + entry.end()
              + ((flags & VmFlags.READ) != 0 ? " r" : " -")
              + ((flags & VmFlags.WRITE) != 0 ? "w" : "-")
              + ((flags & VmFlags.MAYBE_GUARD) != 0 ? " gu" : ""));
    }
    return maps.toString();
  }

  /** One letter a page: {@code g} guard, {@code p} present, {@code .} nothing. */
  String pages() {
    StringBuilder letters = new StringBuilder();
    for (long page = 0; page < mm.pageTables.geometry().pages(); page++) {
      long pte = Invariants.pteOf(mm.pageTables, page);
      letters.append(Pte.isGuard(pte) ? 'g' : Pte.isPresent(pte) ? 'p' : '.');
    }
    return letters.toString();
  }
}
