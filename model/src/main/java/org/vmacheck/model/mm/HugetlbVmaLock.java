package org.vmacheck.model.mm;

import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.RwSemaphore;
import org.vmacheck.model.memory.lockdep.LockClass;

/**
 * {@code struct hugetlb_vma_lock}: held for reading by who goes through page tables that may be
 * shared with other mappings of the file, for writing by who ends that. For a private mapping it
 * stands for the lock of its {@code resv_map}, which does the same.
 */
public final class HugetlbVmaLock {

  private static final LockClass HUGETLB_VMA_LOCK = new LockClass("hugetlb_vma_lock");

  /** {@code rw_sema}. */
  public final RwSemaphore rwSema;

  public HugetlbVmaLock(Memory memory) {
    rwSema = memory.rwSemaphore(HUGETLB_VMA_LOCK, "hugetlb_vma_lock");
  }
}
