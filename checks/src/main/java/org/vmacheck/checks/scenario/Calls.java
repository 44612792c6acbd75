package org.vmacheck.checks.scenario;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.model.Invariants;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaFlagAccess;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.KernelBug.Kind;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.ops.Khugepaged;
import org.vmacheck.model.ops.Madvise;
import org.vmacheck.model.ops.Madvise.Advice;
import org.vmacheck.model.ops.Mlock;
import org.vmacheck.model.ops.Mman;
import org.vmacheck.model.ops.Mmap;
import org.vmacheck.model.ops.Mmap.Request;
import org.vmacheck.model.ops.Mprotect;
import org.vmacheck.model.ops.Munmap;
import org.vmacheck.model.ops.Smaps;
import org.vmacheck.model.ops.UserAccess;
import org.vmacheck.model.ops.VmaIterator;
import org.vmacheck.model.pgtable.Geometry;
import org.vmacheck.model.pgtable.Pte;

/**
 * One address space, and the calls that threads make into it as labelled operations. Page numbers
 * throughout; two pages share a page table.
 */
public final class Calls {

  /** {@code PROT_READ}. */
  public static final long READ = Mman.PROT_READ;

  /** {@code PROT_READ | PROT_WRITE}. */
  public static final long READ_WRITE = Mman.PROT_READ | Mman.PROT_WRITE;

  private final Kernel kernel;
  private final MmStruct mm;

  private Calls(Kernel kernel, MmStruct mm) {
    this.kernel = kernel;
    this.mm = mm;
  }

  /**
   * An empty address space.
   *
   * @param pages its size, an even number
   */
  public static Calls into(Kernel kernel, int pages) {
    return new Calls(kernel, kernel.newMm(Geometry.ofPages(pages)));
  }

  public MmStruct mm() {
    return mm;
  }

  // ---- the state that a scenario starts from: these run at once

  /** Private anonymous memory at [start, start + pages). */
  public Calls anonymous(long start, long pages, long prot) {
    expectSuccess(
        kernel.path(Mmap.class).mmap(mm, start, pages, Request.anonymous(prot).fixed()) - start);
    return this;
  }

  /** A file, shared, its page 0 at {@code start}. */
  public Calls shared(AddressSpace file, long start, long pages, long prot) {
    Request request = Request.shared(file, 0, prot).fixed();
    expectSuccess(kernel.path(Mmap.class).mmap(mm, start, pages, request) - start);
    return this;
  }

  /** Writes to a page, so that it is there and its VMA has an anon_vma if it is private. */
  public Calls written(long page) {
    expectSuccess(kernel.path(UserAccess.class).write(mm, page, 1));
    return this;
  }

  /** Changes the protection, which splits what is larger. */
  public Calls withProtection(long start, long pages, long prot) {
    expectSuccess(kernel.path(Mprotect.class).mprotect(mm, start, pages, prot));
    return this;
  }

  /** Makes pages guards. */
  public Calls guarded(long start, long pages) {
    expectSuccess(kernel.path(Madvise.class).madvise(mm, start, pages, Advice.GUARD_INSTALL));
    return this;
  }

  private static void expectSuccess(long result) {
    if (result != 0) {
      throw new IllegalStateException("the scenario cannot be set up: " + result);
    }
  }

  // ---- what its threads do

  public Operation mmap(long start, long pages, long prot) {
    Request request = Request.anonymous(prot).fixed();
    return new Operation(
        "mmap(" + start + ", " + pages + ", " + prot(prot) + ", FIXED)",
        () -> kernel.path(Mmap.class).mmap(mm, start, pages, request));
  }

  public Operation munmap(long start, long pages) {
    return new Operation(
        "munmap(" + start + ", " + pages + ")",
        () -> kernel.path(Munmap.class).munmap(mm, start, pages));
  }

  public Operation mprotect(long start, long pages, long prot) {
    return new Operation(
        "mprotect(" + start + ", " + pages + ", " + prot(prot) + ")",
        () -> kernel.path(Mprotect.class).mprotect(mm, start, pages, prot));
  }

  public Operation guardInstall(long start, long pages) {
    return madvise(start, pages, Advice.GUARD_INSTALL);
  }

  public Operation guardRemove(long start, long pages) {
    return madvise(start, pages, Advice.GUARD_REMOVE);
  }

  /** Advice that only changes flags, as mprotect and mlock do. */
  public Operation dontfork(long start, long pages) {
    return madvise(start, pages, Advice.DONTFORK);
  }

  public Operation mlock(long start, long pages) {
    return new Operation(
        "mlock(" + start + ", " + pages + ")",
        () -> kernel.path(Mlock.class).mlock(mm, start, pages));
  }

  public Operation dontneed(long start, long pages) {
    return madvise(start, pages, Advice.DONTNEED);
  }

  private Operation madvise(long start, long pages, Advice advice) {
    return new Operation(
        "madvise(" + start + ", " + pages + ", " + advice + ")",
        () -> kernel.path(Madvise.class).madvise(mm, start, pages, advice));
  }

  public Operation read(long page) {
    return new Operation("read(" + page + ")", () -> kernel.path(UserAccess.class).read(mm, page));
  }

  public Operation write(long page, long value) {
    return new Operation(
        "write(" + page + ", " + value + ")",
        () -> kernel.path(UserAccess.class).write(mm, page, value));
  }

  /** The flags that smaps prints for the VMA of a page, -1 if there is none. */
  public Operation smapsFlags(long page) {
    return new Operation(
        "smaps(" + page + ")",
        () -> {
          Smaps.Entry entry = kernel.path(Smaps.class).smaps(mm, page);
          return entry == null ? -1 : entry.flags();
        });
  }

  /** khugepaged, or another process with MADV_COLLAPSE, collapses the file's first PMD range. */
  public Operation collapse(AddressSpace file) {
    Geometry geometry = mm.pageTables.geometry();
    return new Operation(
        "collapse_file(0)",
        () -> {
          kernel.path(Khugepaged.class).collapseFile(file, 0, geometry);
          return 0;
        });
  }

  /** {@code echo 4 > /proc/PID/clear_refs}: clears the soft-dirty bit of the VMA of a page. */
  public Operation clearSoftDirty(long page) {
    return new Operation(
        "clear_refs(" + page + ")",
        () -> {
          kernel.path(MmapLock.class).mmapWriteLock(mm);
          var vma = kernel.path(VmaIterator.class).vmaIterLoad(mm).walk(page);
          kernel.path(VmaFlagAccess.class).vmFlagsClear(vma, VmFlags.SOFTDIRTY);
          kernel.path(MmapLock.class).mmapWriteUnlock(mm);
          return 0;
        });
  }

  private static String prot(long prot) {
    List<String> names = new ArrayList<>();
    if ((prot & Mman.PROT_READ) != 0) {
      names.add("READ");
    }
    if ((prot & Mman.PROT_WRITE) != 0) {
      names.add("WRITE");
    }
    if ((prot & Mman.PROT_EXEC) != 0) {
      names.add("EXEC");
    }
    return names.isEmpty() ? "NONE" : String.join("|", names);
  }

  // ---- what must be true in the end

  /** {@link Invariants}, among them claim C59; true of every scenario. */
  public Property invariants() {
    return outcomes -> new Invariants(kernel).check(mm);
  }

  /** The page is a guard: it was made one, and nobody removed it. */
  public Property staysGuarded(long page) {
    return outcomes -> {
      long pte = Invariants.pteOf(mm.pageTables, page);
      if (!Pte.isGuard(pte)) {
        throw new KernelBug(
            Kind.INVARIANT,
            "guard_lost",
            "page " + page + " was made a guard, and its entry is " + Pte.toString(pte));
      }
    };
  }

  /** The VMA of the page has just these flags, apart from the soft-dirty bit. */
  public Property flagsAre(long page, long expected) {
    return outcomes -> {
      var vma = mm.mmMt.rcuDereference().walk(page);
      long flags = vma == null ? 0 : vma.vmFlags.plain() & ~VmFlags.SOFTDIRTY;
      if (flags != expected) {
        throw new KernelBug(
            Kind.INVARIANT,
            "vm_flags",
            "page "
                + page
                + " has ["
                + VmFlags.toString(flags)
                + "], not ["
                + VmFlags.toString(expected)
                + "]");
      }
    };
  }

  /** The flags of the VMA that covers the page now, apart from the soft-dirty bit. */
  public long flags(long page) {
    return mm.mmMt.rcuDereference().walk(page).vmFlags.plain() & ~VmFlags.SOFTDIRTY;
  }

  /** An operation returned one of the values, the soft-dirty bit set aside. */
  public static Property returnedFlags(int thread, int operation, long... allowed) {
    return outcomes -> {
      long seen = outcomes.of(thread, operation) & ~VmFlags.SOFTDIRTY;
      for (long value : allowed) {
        if (value == seen) {
          return;
        }
      }
      throw new KernelBug(
          Kind.INVARIANT, "smaps_flags", "smaps printed [" + VmFlags.toString(seen) + "]");
    };
  }

  /** The operation succeeded. */
  public static Property succeeded(int thread, int operation) {
    return outcomes -> {
      long result = outcomes.of(thread, operation);
      if (result < 0) {
        throw new KernelBug(
            Kind.INVARIANT,
            "result",
            "operation " + operation + " of thread " + thread + " returned " + result);
      }
    };
  }
}
