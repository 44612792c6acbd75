package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.Folio;
import org.vmacheck.model.mm.VmArea;

/**
 * fs/hugetlbfs/inode.c: a hole in a file of huge pages. The page goes back to the pool for good,
 * and who touches the hole gets SIGBUS. {@code hugetlb_fault_mutex_table} is left out, so a page
 * that a fault has just mapped again stays.
 */
public final class Hugetlbfs {

  private final Kernel kernel;

  public Hugetlbfs(Kernel kernel) {
    this.kernel = kernel;
  }

  /** {@code hugetlbfs_punch_hole} of one page. */
  public void hugetlbfsPunchHole(AddressSpace mapping, int pgoff) {
    mapping.iRwsem.downWrite();
    mapping.iMmapRwsem.downWrite();
    hugetlbVmdeleteList(mapping, pgoff);
    mapping.iMmapRwsem.upWrite();
    removeInodeHugepages(mapping, pgoff);
    mapping.iRwsem.upWrite();
  }

  /** {@code hugetlb_vmdelete_list}: who has the VMA locked is not waited for. */
  private void hugetlbVmdeleteList(AddressSpace mapping, int pgoff) {
    Hugetlb hugetlb = kernel.path(Hugetlb.class);
    for (VmArea vma : mapping.iMmap.plain()) {
      long page = vma.vmStart.plain() + pgoff - vma.vmPgoff.plain();
      boolean maps = page >= vma.vmStart.plain() && page < vma.vmEnd.plain();
      if (maps && Hugetlb.hugetlbVmaTrylockWrite(vma)) {
        hugetlb.freeHugeFolios(hugetlb.unmapHugepageRange(vma, page, page + 1));
        Hugetlb.hugetlbVmaUnlockWrite(vma);
      }
    }
  }

  /** {@code remove_inode_hugepages}. */
  private void removeInodeHugepages(AddressSpace mapping, int pgoff) {
    Pointer<Folio> slot = mapping.iPages.get(pgoff);
    Folio folio = slot.rcuDereference();
    if (folio == null || !folio.folioTryGet()) {
      return;
    }
    folio.folioLock();
    boolean removed = slot.readOnce() == folio && !folio.folioMapped();
    if (removed) {
      slot.writeOnce(null);
    }
    folio.folioUnlock();
    folio.folioPutRefs(removed ? 2 : 1);
  }
}
