package org.vmacheck.model.patches;

import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.pgtable.PageTables;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;
import org.vmacheck.model.release.Proposal;

/**
 * As the kernel does, which other scenarios leave out: a new table is a page that held something
 * else, so the stores that empty it are there, too.
 */
@Proposal("A page that becomes a page table is cleared")
public class ClearNewTables extends PteMap {

  /** Looks like an entry of a page that anybody may read and write. */
  private static final long CONTENT = 0xbad;

  public ClearNewTables(Memory memory) {
    super(memory);
  }

  @Override
  protected PteTable pteAllocOne(PageTables tables) {
    PteTable table =
        memory.allocate(
            "pte_table",
            () -> new PteTable(memory, tables.geometry(), Pte.anonymous(CONTENT, Pte.WRITABLE)));
    // clear_page() is assembly, so no compiler makes a load of it.
    table.ptes.forEach(pte -> pte.writeOnce(Pte.NONE));
    return table;
  }
}
