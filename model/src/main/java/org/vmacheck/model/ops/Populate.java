package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.ops.PageFault.Access;
import org.vmacheck.model.ops.PageFault.FaultLock;
import org.vmacheck.model.ops.PageFault.Result;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;

/**
 * mm/gup.c: pages that are faulted in on behalf of a system call, for locked VMAs and for {@code
 * MADV_POPULATE_*}. The kernel may give mmap_lock back while a fault sleeps and take it again; here
 * it stays held.
 */
public class Populate {

  private final Kernel kernel;

  public Populate(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code __mm_populate} for {@code mlock}: faults in what is mapped of pages [start, end). The
   * caller holds nothing.
   *
   * @return 0 or {@code -EFAULT}: what comes before the page at fault is populated
   */
  @KernelFunction("__mm_populate")
  public long mmPopulate(MmStruct mm, long start, long end) {
    kernel.path(MmapLock.class).mmapReadLock(mm);
    long result = 0;
    for (VmArea vma : kernel.path(VmaIterator.class).vmaIterLoad(mm).in(start, end)) {
      long from = Math.max(start, vma.vmStart.plain());
      long upTo = Math.min(end, vma.vmEnd.plain());
      if (result == 0 && (vma.vmFlags.plain() & (VmFlags.IO | VmFlags.PFNMAP)) == 0) {
        result = populateVmaPageRange(vma, from, upTo);
      }
    }
    kernel.path(MmapLock.class).mmapReadUnlock(mm);
    return result;
  }

  /**
   * {@code mm_populate} for a locked VMA that grew: what cannot be faulted in is passed over, one
   * VMA at a time. The caller holds nothing.
   */
  @KernelFunction("__mm_populate")
  public void mmPopulateIgnoringErrors(MmStruct mm, long start, long end) {
    kernel.path(MmapLock.class).mmapReadLock(mm);
    for (VmArea vma : kernel.path(VmaIterator.class).vmaIterLoad(mm).in(start, end)) {
      populateVmaPageRange(
          vma, Math.max(start, vma.vmStart.plain()), Math.min(end, vma.vmEnd.plain()));
    }
    kernel.path(MmapLock.class).mmapReadUnlock(mm);
  }

  /**
   * {@code populate_vma_page_range}: a private writable VMA gets pages of its own, any other what a
   * read gets it. The caller holds mmap_lock in any mode.
   *
   * @return 0 or {@code -EFAULT}
   */
  public long populateVmaPageRange(VmArea vma, long start, long end) {
    long flags = vma.vmFlags.plain();
    if ((flags & VmFlags.LOCKONFAULT) != 0) {
      return 0;
    }
    boolean ownPages = (flags & (VmFlags.WRITE | VmFlags.SHARED)) == VmFlags.WRITE;
    if ((flags & VmFlags.ACCESS) == 0) {
      return -Errno.EFAULT;
    }
    return faultIn(vma, start, end, ownPages ? Access.WRITE : Access.READ);
  }

  /**
   * {@code faultin_page_range}: {@code MADV_POPULATE_READ} and {@code MADV_POPULATE_WRITE}. The
   * caller holds mmap_lock for reading.
   *
   * @return 0; {@code -ENOMEM} at a hole, {@code -EINVAL} at a VMA that does not allow the access,
   *     {@code -EFAULT} at a page that cannot be had
   */
  public long faultinPageRange(MmStruct mm, long start, long end, Access access) {
    long page = start;
    while (page < end) {
      VmArea vma = kernel.path(VmaIterator.class).vmaIterLoad(mm).walk(page);
      if (vma == null) {
        return -Errno.ENOMEM;
      }
      long needed = access == Access.WRITE ? VmFlags.WRITE : VmFlags.READ;
      if ((vma.vmFlags.plain() & needed) == 0) {
        return -Errno.EINVAL;
      }
      long upTo = Math.min(end, vma.vmEnd.plain());
      long result = faultIn(vma, page, upTo, access);
      if (result != 0) {
        return result;
      }
      page = upTo;
    }
    return 0;
  }

  /** {@code __get_user_pages} within one VMA. */
  @KernelFunction("__get_user_pages")
  private long faultIn(VmArea vma, long start, long end, Access access) {
    MmStruct mm = vma.vmMm.plain();
    for (long page = start; page < end; page++) {
      while (!followPagePte(mm, page, access)) {
        Result result =
            kernel.path(PageFault.class).handleMmFault(vma, page, access, FaultLock.MMAP);
        if (result == Result.SIGSEGV || result == Result.SIGBUS) {
          return -Errno.EFAULT;
        }
        if (result == Result.RETRY) {
          // Who waited for userfaultfd has no lock any more, and the VMA may be gone.
          kernel.path(MmapLock.class).mmapReadLock(mm);
          if (kernel.path(VmaIterator.class).vmaIterLoad(mm).walk(page) != vma) {
            return -Errno.EFAULT;
          }
        }
      }
    }
    return 0;
  }

  /**
   * {@code follow_page_pte}: whether the page is there, and for a write, one that may be written.
   * The entry is looked at under its ptl: who discarded the page before has held that.
   */
  private boolean followPagePte(MmStruct mm, long page, Access access) {
    PteMap map = kernel.path(PteMap.class);
    PteTable table = map.pteOffsetMapLock(mm.pageTables, page);
    if (table == null) {
      return false;
    }
    long pte = map.pte(mm.pageTables, table, page).readOnce();
    map.pteUnmapUnlock(table);
    return access == Access.WRITE ? Pte.allowsWrite(pte) : Pte.allowsRead(pte);
  }
}
