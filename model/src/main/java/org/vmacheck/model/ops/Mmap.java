package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaFlagAccess;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.mm.VmOperations;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.names.KernelFunction;

/** mm/mmap.c and mm/vma.c: mmap. */
public class Mmap {

  /** What a null address says to {@code mmap}: page 0 of the model is a page like any other. */
  public static final long NO_HINT = -1;

  protected final Kernel kernel;

  public Mmap(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * What is to be mapped.
   *
   * @param prot {@code PROT_*} of {@link Mman}
   * @param flags {@code MAP_*} of {@link Mman}
   * @param file null for private anonymous memory; shared has one of its own
   * @param pgoff offset in the file, in pages
   */
  public record Request(long prot, long flags, AddressSpace file, long pgoff) {

    /** Private anonymous memory. */
    public static Request anonymous(long prot) {
      return new Request(prot, Mman.MAP_PRIVATE, null, 0);
    }

    /** A file, shared. */
    public static Request shared(AddressSpace file, long pgoff, long prot) {
      return new Request(prot, Mman.MAP_SHARED, file, pgoff);
    }

    /** Shared anonymous memory, on a file of its own ({@code shmem_zero_setup}). */
    public static Request sharedAnonymous(AddressSpace shmem, long prot) {
      return new Request(prot, Mman.MAP_SHARED | Mman.MAP_ANONYMOUS, shmem, 0);
    }

    /** A private copy of a file. */
    public static Request privateFile(AddressSpace file, long pgoff, long prot) {
      return new Request(prot, Mman.MAP_PRIVATE, file, pgoff);
    }

    /** The same at just this address, in place of what is there. */
    public Request fixed() {
      return new Request(prot, flags | Mman.MAP_FIXED, file, pgoff);
    }

    boolean has(long flag) {
      return (flags & flag) != 0;
    }
  }

  /**
   * {@code mmap(2)}.
   *
   * @param hint page to map at; without {@code MAP_FIXED} just a wish; {@link #NO_HINT} for none
   * @param pages how many
   * @return the first page of the mapping, or a negated errno: {@code EINVAL} for no pages, {@code
   *     ENOMEM} if there is no room, {@code EEXIST} if {@code MAP_FIXED_NOREPLACE} met something,
   *     {@code EPERM} if what is there is sealed
   */
  @KernelFunction("vm_mmap_pgoff")
  public long mmap(MmStruct mm, long hint, long pages, Request request) {
    if (pages <= 0) {
      return -Errno.EINVAL;
    }
    kernel.path(MmapLock.class).mmapWriteLock(mm);
    long result = doMmap(mm, hint, pages, request);
    kernel.path(MmapLock.class).mmapWriteUnlock(mm);
    return result;
  }

  /** {@code do_mmap}. The caller holds mmap_lock for writing. */
  private long doMmap(MmStruct mm, long hint, long pages, Request request) {
    long start = getUnmappedArea(mm, hint, pages, request);
    if (start < 0) {
      return start;
    }
    if (request.has(Mman.MAP_FIXED_NOREPLACE)
        && !kernel.path(VmaIterator.class).vmaIterLoad(mm).in(start, start + pages).isEmpty()) {
      return -Errno.EEXIST;
    }
    if (request.has(Mman.MAP_GROWSDOWN) && request.file() != null) {
      return -Errno.EINVAL;
    }
    return mmapRegion(mm, start, start + pages, vmFlags(request), request);
  }

  /** {@code calc_vm_prot_bits}, {@code calc_vm_flag_bits} and what do_mmap adds to them. */
  private static long vmFlags(Request request) {
    long flags =
        Mman.calcVmProtBits(request.prot()) | VmFlags.MAYREAD | VmFlags.MAYWRITE | VmFlags.MAYEXEC;
    if (request.has(Mman.MAP_SHARED)) {
      flags |= VmFlags.SHARED | VmFlags.MAYSHARE;
    }
    if (request.has(Mman.MAP_GROWSDOWN)) {
      flags |= VmFlags.GROWSDOWN;
    }
    if (request.has(Mman.MAP_NORESERVE)) {
      flags |= VmFlags.NORESERVE;
    }
    return Mman.accountableMapping(flags) ? flags | VmFlags.ACCOUNT : flags;
  }

  /** {@code get_unmapped_area}: the wish if it is free, else the highest hole. */
  private long getUnmappedArea(MmStruct mm, long hint, long pages, Request request) {
    long size = mm.pageTables.geometry().pages();
    if (pages > size) {
      return -Errno.ENOMEM;
    }
    boolean fits = hint >= 0 && hint + pages <= size;
    if (request.has(Mman.MAP_FIXED | Mman.MAP_FIXED_NOREPLACE)) {
      return fits ? hint : -Errno.ENOMEM;
    }
    VmaTree tree = kernel.path(VmaIterator.class).vmaIterLoad(mm);
    if (fits && tree.in(hint, hint + pages).isEmpty()) {
      return hint;
    }
    return getUnmappedArea(mm, pages);
  }

  /** {@code vm_unmapped_area}: the highest hole of so many pages, or {@code -ENOMEM}. */
  long getUnmappedArea(MmStruct mm, long pages) {
    VmaTree tree = kernel.path(VmaIterator.class).vmaIterLoad(mm);
    for (long start = mm.pageTables.geometry().pages() - pages; start >= 0; start--) {
      if (tree.in(start, start + pages).isEmpty()) {
        return start;
      }
    }
    return -Errno.ENOMEM;
  }

  /**
   * {@code __mmap_region}: takes what is there out of use, then lets a neighbour grow or makes a
   * new VMA. RCU walkers find the old or the new VMA, never a hole (claim C44).
   */
  @KernelFunction("__mmap_region")
  protected long mmapRegion(MmStruct mm, long start, long end, long vmFlags, Request request) {
    Munmap.Gathered unmap = kernel.path(Munmap.class).vmsGatherMunmapVmas(mm, start, end);
    if (unmap.error() != 0) {
      return unmap.error();
    }
    if (!unmap.vmas().isEmpty()) {
      kernel.path(Munmap.class).vmsClearPtes(mm, unmap);
    }
    VmaTree tree = kernel.path(VmaIterator.class).vmaIterLoad(mm);
    long pgoff = request.file() == null ? start : request.pgoff();
    VmaMergeStruct vmg = VmaMergeStruct.vmgState(mm, start, end, pgoff, vmFlags, request.file());
    vmg.anonPgoff = start;
    vmg.prev = tree.before(start);
    vmg.next = tree.find(end);
    VmArea vma = kernel.path(VmaMerge.class).vmaMergeNewRange(vmg);
    if (vma == null) {
      vma = mmapNewVma(mm, vmg, request);
    }
    mmapComplete(vma, unmap);
    return start;
  }

  /** {@code __mmap_new_vma}: write-locked before it becomes reachable (claim C43). */
  @KernelFunction("__mmap_new_vma")
  protected VmArea mmapNewVma(MmStruct mm, VmaMergeStruct vmg, Request request) {
    VmArea vma = kernel.path(VmaAlloc.class).vmAreaAlloc(mm);
    vma.vmStart.plain(vmg.start);
    vma.vmEnd.plain(vmg.end);
    vma.vmPgoff.plain(vmg.pgoff);
    kernel.path(VmaFlagAccess.class).vmFlagsInit(vma, vmg.vmFlags);
    vma.vmPageProt.plain(vmg.vmFlags & VmFlags.ACCESS);
    if (vmg.vmFile != null) {
      vma.vmFile.plain(vmg.vmFile);
      kernel.path(AnonPgoff.class).vmaSetAnonPgoff(vma, vmg.anonPgoff);
      boolean anonymous = request.has(Mman.MAP_ANONYMOUS);
      vma.vmOps.plain(anonymous ? VmOperations.SHMEM_ANON : VmOperations.GENERIC_FILE);
    }
    kernel.path(VmaLock.class).vmaStartWrite(vma);
    kernel.path(VmaIterator.class).vmaIterStoreNew(mm, vma);
    mm.mapCount.plain(mm.mapCount.plain() + 1);
    kernel.path(Rmap.class).linkFile(vma);
    return vma;
  }

  /** {@code __mmap_complete}. */
  @KernelFunction("__mmap_complete")
  private void mmapComplete(VmArea vma, Munmap.Gathered unmap) {
    MmStruct mm = vma.vmMm.plain();
    mm.mapCount.plain(mm.mapCount.plain() - unmap.vmas().size());
    kernel.path(Munmap.class).removeVmas(unmap);
    kernel.path(VmaFlagAccess.class).vmaSetFlagsMask(vma, VmFlags.SOFTDIRTY);
    vma.vmPageProt.writeOnce(vma.vmFlags.plain() & VmFlags.ACCESS);
  }
}
