package org.vmacheck.model;

import java.util.StringJoiner;
import org.vmacheck.model.memory.sequential.SequentialMemory;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.ops.Madvise;
import org.vmacheck.model.ops.Madvise.Advice;
import org.vmacheck.model.ops.Mman;
import org.vmacheck.model.ops.Mmap;
import org.vmacheck.model.ops.Mmap.Request;
import org.vmacheck.model.ops.Mprotect;
import org.vmacheck.model.ops.Munmap;
import org.vmacheck.model.ops.UserAccess;
import org.vmacheck.model.pgtable.Geometry;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.release.Release;

/** One address space on a memory of one thread, for tests; each call checks the invariants. */
public final class OneProcess {

  public static final long NONE = Mman.PROT_NONE;
  public static final long READ = Mman.PROT_READ;
  public static final long READ_WRITE = Mman.PROT_READ | Mman.PROT_WRITE;

  public final Kernel kernel;
  public final MmStruct mm;

  private OneProcess(Release release, int pages) {
    kernel = release.boot(new SequentialMemory());
    mm = kernel.newMm(Geometry.ofPages(pages));
  }

  public static OneProcess of(Release release, int pages) {
    return new OneProcess(release, pages);
  }

  public long map(long start, long pages, long prot) {
    return checked(kernel.path(Mmap.class).mmap(mm, start, pages, Request.anonymous(prot).fixed()));
  }

  public long mapShared(AddressSpace file, long pgoff, long start, long pages, long prot) {
    return checked(
        kernel.path(Mmap.class).mmap(mm, start, pages, Request.shared(file, pgoff, prot).fixed()));
  }

  public long mapPrivate(AddressSpace file, long pgoff, long start, long pages, long prot) {
    return checked(
        kernel
            .path(Mmap.class)
            .mmap(mm, start, pages, Request.privateFile(file, pgoff, prot).fixed()));
  }

  public long unmap(long start, long pages) {
    return checked(kernel.path(Munmap.class).munmap(mm, start, pages));
  }

  public long protect(long start, long pages, long prot) {
    return checked(kernel.path(Mprotect.class).mprotect(mm, start, pages, prot));
  }

  public long guard(long start, long pages) {
    return checked(kernel.path(Madvise.class).madvise(mm, start, pages, Advice.GUARD_INSTALL));
  }

  public long unguard(long start, long pages) {
    return checked(kernel.path(Madvise.class).madvise(mm, start, pages, Advice.GUARD_REMOVE));
  }

  public long dontneed(long start, long pages) {
    return checked(kernel.path(Madvise.class).madvise(mm, start, pages, Advice.DONTNEED));
  }

  public long read(long page) {
    return checked(kernel.path(UserAccess.class).read(mm, page));
  }

  public long write(long page, long value) {
    return checked(kernel.path(UserAccess.class).write(mm, page, value));
  }

  public VmArea vma(long page) {
    return mm.mmMt.plain().walk(page);
  }

  /** The VMAs as {@code 0-2 rw, 2-4 r- gu}. */
  public String maps() {
    StringJoiner maps = new StringJoiner(", ");
    for (VmaTree.Entry entry : mm.mmMt.plain().entries()) {
      long flags = entry.vma().vmFlags.plain();
      maps.add(
          entry.start()
              + "-"
              + entry.end()
              + ((flags & VmFlags.READ) != 0 ? " r" : " -")
              + ((flags & VmFlags.WRITE) != 0 ? "w" : "-")
              + ((flags & VmFlags.MAYBE_GUARD) != 0 ? " gu" : "")
              + ((flags & VmFlags.SEALED) != 0 ? " sl" : ""));
    }
    return maps.toString();
  }

  /** One letter a page: {@code g} guard, {@code p} present, {@code .} nothing. */
  public String pages() {
    StringBuilder letters = new StringBuilder();
    for (long page = 0; page < mm.pageTables.geometry().pages(); page++) {
      long pte = Invariants.pteOf(mm.pageTables, page);
      letters.append(Pte.isGuard(pte) ? 'g' : Pte.isPresent(pte) ? 'p' : '.');
    }
    return letters.toString();
  }

  private long checked(long result) {
    new Invariants(kernel).check(mm);
    return result;
  }
}
