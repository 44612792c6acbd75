package org.vmacheck.model.ops;

import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;

/**
 * include/linux/mm.h and mm/vma.h: from where the anonymous pages of a VMA are counted (7.3). For
 * anonymous memory that is {@code vm_pgoff}, and only that one is kept here. A private mapping of a
 * file has both: its pages of the file go by {@code vm_pgoff}, those that were copied by the place
 * where the VMA was when it was first written.
 */
public class AnonPgoff {

  /** {@code vma_start_anon_pgoff}. */
  @Folded
  public long vmaStartAnonPgoff(VmArea vma) {
    return vma.vmFile.plain() == null ? vma.vmPgoff.plain() : vma.vmAnonPgoff.plain();
  }

  /** {@code vma_set_anon_pgoff}. The VMA is write-locked, or nobody can find it yet. */
  @Folded
  public void vmaSetAnonPgoff(VmArea vma, long pgoff) {
    if (vma.vmFile.plain() != null) {
      vma.vmAnonPgoff.plain(pgoff);
    }
  }

  /** {@code __linear_anon_page_index}. */
  @Folded
  public long linearAnonPageIndex(VmArea vma, long page) {
    return page - vma.vmStart.plain() + vmaStartAnonPgoff(vma);
  }

  /** Whether the second VMA goes on counting where the first one ends. */
  @Folded
  public boolean isAdjacent(VmArea below, VmArea above) {
    return vmaStartAnonPgoff(above) == vmaStartAnonPgoff(below) + below.vmaPages();
  }
}
