package org.vmacheck.model.pgtable;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.model.memory.Memory;

/** The page tables of one address space: a row of PMD slots, each over a PTE table. */
public final class PageTables {

  private final Geometry geometry;
  private final List<Pmd> pmds;

  public PageTables(Memory memory, Geometry geometry) {
    this.geometry = geometry;
    List<Pmd> row = new ArrayList<>();
    for (int index = 0; index < geometry.tables(); index++) {
      row.add(new Pmd(memory, index));
    }
    pmds = List.copyOf(row);
  }

  public Geometry geometry() {
    return geometry;
  }

  /** {@code pmd_offset}: the slot that covers the page. */
  public Pmd pmd(long page) {
    return pmds.get(geometry.pmdIndex(page));
  }
}
