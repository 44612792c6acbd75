package org.vmacheck.model.mm;

import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.names.KernelFunction;

/**
 * {@code struct folio} of the page cache: some consecutive pages of a file, and their frames. Lives
 * in the memory map, so it is never freed: who finds one that has left the page cache fails to get
 * a reference.
 */
public final class Folio {

  /** {@code GUP_PIN_COUNTING_BIAS}: a page that is pinned has so many references more. */
  public static final int GUP_PIN_COUNTING_BIAS = 1024;

  /** {@code mapping}: the file that it is of. Stays when it leaves the page cache. */
  public final AddressSpace mapping;

  /** The page offset of its first page in the file. */
  public final int index;

  /** How many pages it spans. */
  public final int pages;

  /** The frame of its first page. */
  public final int firstPfn;

  /** {@code PG_locked}: 1 while somebody holds the folio lock. */
  public final Word locked;

  /**
   * {@code _refcount}: one for each page in the page cache, one for each page-table entry that maps
   * a page of it, and one for each thread that looks at the folio. 0 once it is free.
   */
  public final Word refCount;

  /** {@code folio_mapcount}: how many page-table entries map a page of it. */
  public final Word mapCount;

  /** {@code mlock_count}: how many entries of locked VMAs map it, if anybody counts. */
  public final Word mlockCount;

  /** {@code PG_uptodate}: 1 if the page cache holds it; 0 for a hole that nobody has touched. */
  public final Word uptodate;

  private final Memory memory;

  /** A folio that the page cache has a reference to for each page. */
  public Folio(Memory memory, AddressSpace mapping, int index, int pages, int firstPfn) {
    this.memory = memory;
    this.mapping = mapping;
    this.index = index;
    this.pages = pages;
    this.firstPfn = firstPfn;
    this.locked = memory.word("folio_locked", 0);
    this.refCount = memory.word("folio_refcount", pages);
    this.mapCount = memory.word("folio_mapcount", 0);
    this.mlockCount = memory.word("mlock_count", 0);
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
    long before = refCount.fetchAddRelaxed(1);
    KernelBug.check(before > 0, "folio_get", "the folio is free, and nobody may get a reference");
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
    long before = refCount.fetchAdd(-references);
    KernelBug.check(before >= references, "folio_put", "nobody has a reference to the folio");
  }

  /** {@code folio_ref_freeze}: takes all references there are, if there are as many as expected. */
  public boolean folioRefFreeze(int expected) {
    return refCount.cmpxchg(expected, 0) == expected;
  }

  /** {@code folio_ref_unfreeze}. */
  public void folioRefUnfreeze(int references) {
    refCount.storeRelease(references);
  }

  /** {@code folio_add_file_rmap_pte}: an entry maps a page of it, and keeps the reference. */
  @KernelFunction("folio_add_file_rmap_ptes")
  public void folioAddFileRmap() {
    mapCount.fetchAdd(1);
  }

  /** {@code folio_remove_rmap_pte}: an entry does not any more; its reference is to be dropped. */
  @KernelFunction("folio_remove_rmap_ptes")
  public void folioRemoveRmap() {
    mapCount.fetchAdd(-1);
  }

  /** {@code folio_mapped}. */
  public boolean folioMapped() {
    return mapCount.readOnce() != 0;
  }
}
