package org.vmacheck.model.mm;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.names.Folded;

/** Physical memory, as far as the page cache needs it: one word for each page frame. */
public final class PageFrames {

  private final Memory memory;
  private final List<Word> frames = new ArrayList<>();

  public PageFrames(Memory memory) {
    this.memory = memory;
  }

  /**
   * Takes frames for a file. Only while a scenario is set up, before its threads run.
   *
   * @return the number of the first one
   */
  @Folded
  int take(int pages) {
    int first = frames.size();
    for (int page = 0; page < pages; page++) {
      frames.add(memory.word("frame[" + (first + page) + "]", 0));
    }
    return first;
  }

  /** What the frame holds. */
  public Word frame(long pfn) {
    return frames.get((int) pfn);
  }
}
