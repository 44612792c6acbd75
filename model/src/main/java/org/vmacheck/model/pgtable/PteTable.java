package org.vmacheck.model.pgtable;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.SpinLock;
import org.vmacheck.model.memory.Word;

/**
 * A PTE table. Its lock is inside of it, so whoever waited for the lock must look again whether the
 * PMD still points here.
 */
public final class PteTable {

  /** {@code ptl}. */
  public final SpinLock ptl;

  /** The entries, in the encoding of {@link Pte}. */
  public final List<Word> ptes;

  /** {@code pt_share_count}: how many others use the table of huge pages as well. */
  public final Word ptShareCount;

  /** {@code _refcount} of the page that the table lies in. */
  public final Word refCount;

  /** With empty entries. */
  public PteTable(Memory memory, Geometry geometry) {
    this(memory, geometry, Pte.NONE);
  }

  /**
   * With the same in all entries.
   *
   * @param content as the page had it before it became a table
   */
  public PteTable(Memory memory, Geometry geometry, long content) {
    ptl = memory.spinLock("ptl");
    ptShareCount = memory.word("pt_share_count", 0);
    refCount = memory.word("table_refcount", 1);
    List<Word> words = new ArrayList<>();
    for (int slot = 0; slot < geometry.pagesPerTable(); slot++) {
      words.add(memory.word("pte[" + slot + "]", content, Pte::toString));
    }
    ptes = List.copyOf(words);
  }
}
