package org.vmacheck.checks.engine.lincheck;

import static org.vmacheck.checks.engine.lincheck.AddressSpaceSpec.PAGES;
import static org.vmacheck.checks.engine.lincheck.AddressSpaceSpec.RW;
import static org.vmacheck.checks.engine.lincheck.AddressSpaceSpec.UNMAPPED;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.vmacheck.model.Invariants;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.hardware.HardwareMemory;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.ops.Khugepaged;
import org.vmacheck.model.ops.Madvise;
import org.vmacheck.model.ops.Madvise.Advice;
import org.vmacheck.model.ops.Mmap;
import org.vmacheck.model.ops.Mprotect;
import org.vmacheck.model.ops.Munmap;
import org.vmacheck.model.ops.Smaps;
import org.vmacheck.model.ops.UserAccess;
import org.vmacheck.model.pgtable.Geometry;
import org.vmacheck.model.release.Release;

/**
 * A kernel with one address space of four pages, two pages a PMD range, all of it mapped: what the
 * operations of {@link Operations} run on. One invocation of Lincheck has one machine.
 *
 * <p>Operations reach it through {@link #current}, which Lincheck is told to ignore: what it can
 * reach through fields it instruments, and then it would switch threads in the middle of an access.
 */
final class Machine {

  private static volatile Function<SwitchPoints, Machine> factory;
  private static volatile Machine current;

  private final Kernel kernel;
  private final MmStruct mm;
  private final AddressSpace file;

  private Machine(Kernel kernel, MmStruct mm, AddressSpace file) {
    this.kernel = kernel;
    this.mm = mm;
    this.file = file;
  }

  /** Private anonymous memory. */
  static Machine anonymous(Release release, Memory memory) {
    Kernel kernel = release.boot(memory);
    MmStruct mm = kernel.newMm(Geometry.ofPages(PAGES));
    kernel.path(Mmap.class).mmap(mm, 0, PAGES, Mmap.Request.anonymous(RW).fixed());
    return new Machine(kernel, mm, null);
  }

  /** A file, shared. */
  static Machine file(Release release, Memory memory) {
    Kernel kernel = release.boot(memory);
    MmStruct mm = kernel.newMm(Geometry.ofPages(PAGES));
    AddressSpace file = kernel.newFile("file", PAGES);
    kernel.path(Mmap.class).mmap(mm, 0, PAGES, Mmap.Request.shared(file, 0, RW).fixed());
    return new Machine(kernel, mm, file);
  }

  /** How Lincheck's model checking makes a machine: setup first, then threads that turn up. */
  static Function<SwitchPoints, Machine> scheduled(
      Release release, BiFunction<Release, Memory, Machine> make) {
    return points -> {
      LincheckMemory memory = new LincheckMemory(points);
      Machine machine = make.apply(release, memory);
      memory.start();
      return machine;
    };
  }

  /** How Lincheck's stress strategy makes one: real threads on real memory. */
  static Function<SwitchPoints, Machine> real(
      Release release, BiFunction<Release, Memory, Machine> make) {
    return points -> make.apply(release, new HardwareMemory());
  }

  /** From now on each new test instance boots such a machine. */
  static void install(Function<SwitchPoints, Machine> machines) {
    factory = machines;
  }

  static void boot(SwitchPoints points) {
    current = factory.apply(points);
  }

  static Machine current() {
    return current;
  }

  long read(int page) {
    return kernel.path(UserAccess.class).read(mm, page);
  }

  long write(int page, long value) {
    return kernel.path(UserAccess.class).write(mm, page, value);
  }

  long touch(int page) {
    return read(page) == UserAccess.SIGSEGV ? UserAccess.SIGSEGV : 0;
  }

  long mmap(int pages) {
    return kernel.path(Mmap.class).mmap(mm, Mmap.NO_HINT, pages, Mmap.Request.anonymous(RW));
  }

  long mmapFixed(int start, int pages) {
    return kernel.path(Mmap.class).mmap(mm, start, pages, Mmap.Request.anonymous(RW).fixed());
  }

  long munmap(int start, int pages) {
    return kernel.path(Munmap.class).munmap(mm, start, pages);
  }

  long mprotect(int start, int pages, long prot) {
    return kernel.path(Mprotect.class).mprotect(mm, start, pages, prot);
  }

  long madvise(int start, int pages, Advice advice) {
    return kernel.path(Madvise.class).madvise(mm, start, pages, advice);
  }

  long smaps(int page) {
    Smaps.Entry entry = kernel.path(Smaps.class).smaps(mm, page);
    return entry == null ? UNMAPPED : entry.flags() & VmFlags.ACCESS;
  }

  /** Whether smaps says that there may be guards at the page. */
  boolean smapsMaybeGuard(int page) {
    Smaps.Entry entry = kernel.path(Smaps.class).smaps(mm, page);
    return entry != null && (entry.flags() & VmFlags.MAYBE_GUARD) != 0;
  }

  long smapsRss(int page) {
    Smaps.Entry entry = kernel.path(Smaps.class).smaps(mm, page);
    return entry == null ? UNMAPPED : entry.rss();
  }

  void collapse() {
    kernel.path(Khugepaged.class).collapseFile(file, 0, mm.pageTables.geometry());
  }

  /** What is true of the whole when nobody is at work in it. */
  void checkInvariants() {
    new Invariants(kernel).check(mm);
  }
}
