package org.vmacheck.model.mm;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.RwSemaphore;
import org.vmacheck.model.memory.Word;

/** {@code struct folio} of the page cache. */
public final class Folio {

  /** The page offset of its first page in the file. */
  public final int index;

  /** {@code folio_lock}: a sleeping lock, only ever taken for writing. */
  public final RwSemaphore lock;

  /** What each of its pages holds. */
  public final List<Word> content;

  /**
   * @param index page offset in the file
   * @param pages that it spans
   */
  public Folio(Memory memory, int index, int pages) {
    this.index = index;
    this.lock = memory.rwSemaphore("folio_lock");
    List<Word> words = new ArrayList<>();
    for (int page = 0; page < pages; page++) {
      words.add(memory.word("page[" + (index + page) + "]", 0));
    }
    this.content = List.copyOf(words);
  }

  public int pages() {
    return content.size();
  }

  /** The content of a page of the file that the folio spans. */
  public Word page(long pgoff) {
    return content.get((int) (pgoff - index));
  }
}
