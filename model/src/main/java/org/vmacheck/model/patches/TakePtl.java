package org.vmacheck.model.patches;

import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.pgtable.PageTables;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;
import org.vmacheck.model.release.Mutant;

/** Without it, two threads that change entries of one table do not see each other. */
@Mutant("pte_offset_map_lock() takes the page-table lock")
public class TakePtl extends PteMap {

  public TakePtl(Memory memory) {
    super(memory);
  }

  @Override
  public PteTable pteOffsetMapLock(PageTables tables, long page) {
    return pteOffsetMapRwNolock(tables, page);
  }

  @Override
  public void pteUnmapUnlock(PteTable table) {
    pteUnmap();
  }
}
