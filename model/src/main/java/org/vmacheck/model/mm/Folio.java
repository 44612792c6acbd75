package org.vmacheck.model.mm;

import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.Word;

/**
 * {@code struct folio} of the page cache: some consecutive pages of a file, and their frames. Lives
 * in the memory map, so it is never freed: who finds one that has left the page cache fails to get
 * a reference.
 */
public final class Folio {

  /** The page offset of its first page in the file. */
  public final int index;

  /** How many pages it spans. */
  public final int pages;

  /** The frame of its first page. */
  public final int firstPfn;

  /** {@code PG_locked}: 1 while somebody holds the folio lock. */
  public final Word locked;

  /**
   * {@code _refcount}: one for each page in the page cache, and one for each thread that looks at
   * the folio. Page-table entries hold none here.
   */
  public final Word refCount;

  /** {@code PG_uptodate}: 1 if the page cache holds it; 0 for a hole that nobody has touched. */
  public final Word uptodate;

  private final Memory memory;

  /** A folio that the page cache has a reference to for each page. */
  public Folio(Memory memory, int index, int pages, int firstPfn) {
    this.memory = memory;
    this.index = index;
    this.pages = pages;
    this.firstPfn = firstPfn;
    this.locked = memory.word("folio_locked", 0);
    this.refCount = memory.word("folio_refcount", pages);
    this.uptodate = memory.word("uptodate", 1);
  }

  /** {@code folio_file_pfn}: the frame of a page of the file that the folio spans. */
  public long pfn(long pgoff) {
    return firstPfn + pgoff - index;
  }

  /** {@code folio_trylock}: an acquire if it succeeds. */
  public boolean folioTrylock() {
    return locked.cmpxchgAcquire(0, 1) == 0;
  }

  /** {@code folio_lock}: sleeps until it is free. */
  public void folioLock() {
    while (!folioTrylock()) {
      memory.await(() -> locked.readOnce() == 0);
    }
  }

  /** {@code folio_unlock}: a release. Unlocking what is not locked is a finding. */
  public void folioUnlock() {
    KernelBug.check(locked.xchgRelease(0) == 1, "folio_unlock", "the folio is not locked");
  }

  /** {@code folio_get}: another reference for who has one, or keeps the folio in the page cache. */
  public void folioGet() {
    refCount.fetchAddRelaxed(1);
  }

  /** {@code folio_try_get}: a reference, unless nobody has one any more. */
  public boolean folioTryGet() {
    return refCount.fetchAddIfAcquire(count -> count != 0, 1) != 0;
  }

  /** {@code folio_put}. */
  public void folioPut() {
    folioPutRefs(1);
  }

  /** {@code folio_put_refs}. */
  public void folioPutRefs(int references) {
    refCount.fetchAdd(-references);
  }
}
