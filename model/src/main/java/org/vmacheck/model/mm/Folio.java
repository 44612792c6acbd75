package org.vmacheck.model.mm;

import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.RwSemaphore;
import org.vmacheck.model.memory.Word;

/** {@code struct folio} of the page cache: some consecutive pages of a file, and their frames. */
public final class Folio {

  /** The page offset of its first page in the file. */
  public final int index;

  /** How many pages it spans. */
  public final int pages;

  /** The frame of its first page. */
  public final int firstPfn;

  /** {@code folio_lock}: a sleeping lock, only ever taken for writing. */
  public final RwSemaphore lock;

  /** {@code PG_uptodate}: 1 if the page cache holds it; 0 for a hole that nobody has touched. */
  public final Word uptodate;

  public Folio(Memory memory, int index, int pages, int firstPfn) {
    this.index = index;
    this.pages = pages;
    this.firstPfn = firstPfn;
    this.lock = memory.rwSemaphore("folio_lock");
    this.uptodate = memory.word("uptodate", 1);
  }

  /** {@code folio_file_pfn}: the frame of a page of the file that the folio spans. */
  public long pfn(long pgoff) {
    return firstPfn + pgoff - index;
  }
}
