package org.vmacheck.model.locking;

import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.pgtable.PageTables;

/**
 * include/linux/sched/mm.h: the two counts of an mm. {@code mm_users} keeps the address space,
 * {@code mm_count} the object; all users together hold one of the latter.
 */
public class MmCount {

  private final Memory memory;

  public MmCount(Memory memory) {
    this.memory = memory;
  }

  /** {@code mmgrab}: the object stays. The caller knows that it is there. */
  public void mmgrab(MmStruct mm) {
    mm.mmCount.atomicAdd(1);
  }

  /** {@code mmdrop}: the last one frees the object. */
  public void mmdrop(MmStruct mm) {
    if (mm.mmCount.fetchAdd(-1) == 1) {
      checkMm(mm);
      memory.free(mm);
    }
  }

  /**
   * {@code mmget_not_zero}: another user, if there still is one. The caller has the object pinned.
   *
   * @return whether there was
   */
  public boolean mmgetNotZero(MmStruct mm) {
    return mm.mmUsers.fetchAddIfRelaxed(users -> users != 0, 1) != 0;
  }

  /** {@code check_mm}: no page table is left. */
  private static void checkMm(MmStruct mm) {
    PageTables tables = mm.pageTables;
    long pages = tables.geometry().pages();
    for (long page = 0; page < pages; page += tables.geometry().pagesPerTable()) {
      KernelBug.check(
          tables.pmd(page).entry.plain() == null,
          "check_mm",
          "non-zero pgtables_bytes on freeing mm: page " + page + " has a table");
    }
  }
}
