package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaFlagAccess;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmAreaDesc;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.mm.VmOperations;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.names.Folded;
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
   * @param prepare the file's {@code mmap_prepare}
   */
  public record Request(
      long prot, long flags, AddressSpace file, long pgoff, VmAreaDesc.MmapPrepare prepare) {

    /** Of a file whose driver leaves everything as it is. */
    public Request(long prot, long flags, AddressSpace file, long pgoff) {
      this(prot, flags, file, pgoff, asked -> asked);
    }

    /** The same of a file whose driver has a say. */
    public Request preparedBy(VmAreaDesc.MmapPrepare driver) {
      return new Request(prot, flags, file, pgoff, driver);
    }

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
      return new Request(prot, flags | Mman.MAP_FIXED, file, pgoff, prepare);
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
    if (request.has(Mman.MAP_HUGETLB)) {
      flags |= VmFlags.HUGETLB | VmFlags.DONTEXPAND;
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
   * new VMA. RCU walkers find the old or the new VMA, never a hole (claim C44), unless it fails
   * when the old one's entries are gone, which leaves a gap (claim C53).
   */
  @KernelFunction("__mmap_region")
  protected long mmapRegion(MmStruct mm, long start, long end, long vmFlags, Request request) {
    Munmap.Gathered unmap = kernel.path(Munmap.class).vmsGatherMunmapVmas(mm, start, end);
    if (unmap.error() != 0) {
      return unmap.error();
    }
    if (!unmap.vmas().isEmpty()) {
      beforeClear(mm, unmap);
      kernel.path(Munmap.class).vmsClearPtes(mm, unmap);
    }
    VmArea vma = place(mm, asked(start, end, vmFlags, request), request.prepare());
    if (vma == null) {
      vmsAbortMunmapVmas(mm, unmap);
      return -Errno.ENOMEM;
    }
    mmapComplete(vma, unmap);
    return start;
  }

  /** The old VMAs stay in the tree until the new one takes their place. */
  @Folded
  protected void beforeClear(MmStruct mm, Munmap.Gathered unmap) {}

  @Folded
  private static VmAreaDesc asked(long start, long end, long vmFlags, Request request) {
    AddressSpace file = request.file();
    boolean anonymous = request.has(Mman.MAP_ANONYMOUS);
    VmOperations ops = anonymous ? VmOperations.SHMEM_ANON : VmOperations.GENERIC_FILE;
    if (request.has(Mman.MAP_HUGETLB)) {
      ops = VmOperations.HUGETLB;
    }
    return new VmAreaDesc(
        start,
        end,
        file == null ? start : request.pgoff(),
        file,
        vmFlags,
        vmFlags & VmFlags.ACCESS,
        file == null ? null : ops);
  }

  /** The driver first: what it changes decides whether a neighbour fits (claim C53). */
  @Folded
  protected VmArea place(MmStruct mm, VmAreaDesc asked, VmAreaDesc.MmapPrepare driver) {
    VmAreaDesc desc = callMmapPrepare(asked, driver);
    if (desc == null) {
      return null;
    }
    VmArea merged = merged(mm, desc);
    return merged != null ? merged : mmapNewVma(mm, desc);
  }

  /** {@code call_mmap_prepare}: only these fields may be others. Null if the driver refuses. */
  protected VmAreaDesc callMmapPrepare(VmAreaDesc asked, VmAreaDesc.MmapPrepare driver) {
    VmAreaDesc made = driver.apply(asked);
    return made == null
        ? null
        : new VmAreaDesc(
            asked.start(),
            asked.end(),
            made.pgoff(),
            made.vmFile(),
            made.vmFlags(),
            made.pageProt(),
            made.vmOps());
  }

  /** A neighbour that has grown over the range, null if none fits. */
  @Folded
  protected VmArea merged(MmStruct mm, VmAreaDesc desc) {
    VmaTree tree = kernel.path(VmaIterator.class).vmaIterLoad(mm);
    VmaMergeStruct vmg =
        VmaMergeStruct.vmgState(
            mm, desc.start(), desc.end(), desc.pgoff(), desc.vmFlags(), desc.vmFile());
    vmg.anonPgoff = desc.start();
    vmg.prev = tree.before(desc.start());
    vmg.next = tree.find(desc.end());
    return kernel.path(VmaMerge.class).vmaMergeNewRange(vmg);
  }

  /** {@code __mmap_new_vma}: write-locked before it becomes reachable (claim C43). */
  @KernelFunction("__mmap_new_vma")
  protected VmArea mmapNewVma(MmStruct mm, VmAreaDesc desc) {
    if (kernel.memory().faultInjection().shouldFail()) {
      return null;
    }
    VmArea vma = kernel.path(VmaAlloc.class).vmAreaAlloc(mm);
    vma.vmStart.plain(desc.start());
    vma.vmEnd.plain(desc.end());
    vma.vmPgoff.plain(desc.pgoff());
    kernel.path(VmaFlagAccess.class).vmFlagsInit(vma, desc.vmFlags());
    vma.vmPageProt.plain(desc.pageProt());
    if (desc.vmFile() != null) {
      vma.vmFile.plain(desc.vmFile());
      kernel.path(AnonPgoff.class).vmaSetAnonPgoff(vma, desc.start());
      vma.vmOps.plain(desc.vmOps());
    }
    if (VmOperations.HUGETLB.equals(desc.vmOps())) {
      kernel.path(Hugetlb.class).hugetlbVmaLockAlloc(vma);
    }
    lockAndLink(mm, vma);
    return vma;
  }

  /** The VMA lock is outside of that of {@code i_mmap} (C3). */
  @KernelFunction("__mmap_new_vma")
  protected void lockAndLink(MmStruct mm, VmArea vma) {
    lockNew(vma);
    kernel.path(VmaIterator.class).vmaIterStoreNew(mm, vma);
    mm.mapCount.plain(mm.mapCount.plain() + 1);
    kernel.path(Rmap.class).linkFile(vma);
  }

  /** What its maker still changes is for nobody else (C2). */
  @Folded
  protected void lockNew(VmArea vma) {
    kernel.path(VmaLock.class).vmaStartWrite(vma);
  }

  /**
   * {@code vms_abort_munmap_vmas}, of VMAs whose entries are gone: they go as well, and leave a
   * gap.
   */
  protected void vmsAbortMunmapVmas(MmStruct mm, Munmap.Gathered unmap) {
    if (unmap.vmas().isEmpty()) {
      return;
    }
    kernel.path(VmaIterator.class).vmaIterClear(mm, unmap.start(), unmap.end());
    mm.mapCount.plain(mm.mapCount.plain() - unmap.vmas().size());
    kernel.path(Munmap.class).removeVmas(unmap);
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
