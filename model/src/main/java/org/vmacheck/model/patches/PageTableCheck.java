package org.vmacheck.model.patches;

import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;
import org.vmacheck.model.release.Proposal;

/** mm/page_table_check.c, as far as a table's end goes. */
@Proposal("a page table that is freed is looked at, and has no entries (CONFIG_PAGE_TABLE_CHECK)")
public class PageTableCheck extends PteMap {

  public PageTableCheck(Memory memory) {
    super(memory);
  }

  @Override
  public void pteFreeDefer(PteTable table) {
    memory.rcu().call(() -> checkAndFree(table));
  }

  @Folded
  private void checkAndFree(PteTable table) {
    boolean empty = table.ptes.stream().allMatch(pte -> pte.readOnce() == Pte.NONE);
    KernelBug.check(empty, "page_table_check", "a table is freed that maps a page");
    memory.free(table);
  }
}
