package org.vmacheck.model.patches;

import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;
import org.vmacheck.model.release.Mutant;

/** Without it, somebody who walks without a lock is still inside. */
@Mutant("A PTE table is freed after a grace period")
public class PteFreeWaits extends PteMap {

  private final Memory allocator;

  public PteFreeWaits(Memory memory) {
    super(memory);
    this.allocator = memory;
  }

  @Override
  public void pteFreeDefer(PteTable table) {
    allocator.free(table);
  }
}
