package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.pgtable.PteTable;

/**
 * Somebody who goes through physical memory page by page, as memory offlining, DAMON and idle page
 * tracking do: takes a reference to whatever page it finds, to see what it is.
 */
public class PfnScan {

  private final Kernel kernel;

  public PfnScan(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code page_idle_get_folio} of the page that a page table lies in.
   *
   * @return 0
   */
  @KernelFunction("page_idle_get_folio")
  public long scanTable(MmStruct mm, long page) {
    kernel.memory().rcu().readLock();
    PteTable table = mm.pageTables.pmd(page).entry.rcuDereference();
    if (table != null) {
      table.refCount.fetchAdd(1);
      // It is no page of user memory.
      table.refCount.fetchAdd(-1);
    }
    kernel.memory().rcu().readUnlock();
    return 0;
  }
}
