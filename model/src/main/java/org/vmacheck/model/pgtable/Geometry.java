package org.vmacheck.model.pgtable;

/**
 * The size of an address space: pages 0 to {@code pages}, of which each PTE table maps {@code
 * pagesPerTable}. The kernel's table maps 512; two are enough to tell a page from its neighbour.
 */
public record Geometry(int pages, int pagesPerTable) {

  public Geometry {
    if (pagesPerTable < 1 || pages < pagesPerTable || pages % pagesPerTable != 0) {
      throw new IllegalArgumentException(
          pages + " pages are not a whole number of tables of " + pagesPerTable);
    }
  }

  /** {@code TASK_SIZE} in pages and tables of two pages each. */
  public static Geometry ofPages(int pages) {
    return new Geometry(pages, 2);
  }

  public int tables() {
    return pages / pagesPerTable;
  }

  /** {@code pmd_index}. */
  public int pmdIndex(long page) {
    return (int) (page / pagesPerTable);
  }

  /** {@code pte_index}. */
  public int pteIndex(long page) {
    return (int) (page % pagesPerTable);
  }

  /** {@code pmd_addr_end}: the end of the page's PMD range, or {@code end} if that is nearer. */
  public long pmdAddrEnd(long page, long end) {
    return Math.min(end, (pmdIndex(page) + 1L) * pagesPerTable);
  }
}
