package org.vmacheck.model.mm;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;

/**
 * Physical memory and its map, as far as the page cache needs them.
 *
 * <p>A folio that takes another's place has frames of its own, but they share one word with those
 * of the first: copying a page is not what is asked about. So each word has two frames, and a copy
 * of a copy goes back to the first.
 */
public final class PageFrames {

  /** Frames from here on share the words of those from 0 on. */
  private static final int OTHERS = 1 << 10;

  private final Memory memory;
  private final List<Word> words = new ArrayList<>();
  private final List<Pointer<Folio>> firsts = new ArrayList<>();
  private final List<Pointer<Folio>> others = new ArrayList<>();

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
    int first = words.size();
    for (int pfn = first; pfn < first + pages; pfn++) {
      words.add(memory.word("frame[" + pfn + "]", 0));
      firsts.add(memory.pointer("page[" + pfn + "]", null));
      others.add(memory.pointer("page[" + (OTHERS + pfn) + "]", null));
    }
    return first;
  }

  /** What the frame holds. */
  public Word frame(long pfn) {
    return words.get((int) (pfn % OTHERS));
  }

  /** {@code pfn_folio}: the folio that the frame belongs to. */
  @KernelFunction("page_folio")
  public Folio pageFolio(long pfn) {
    return page(pfn).readOnce();
  }

  /** {@code prep_compound_page}: the frames of a new folio belong to it. */
  @Folded
  public void prepare(Folio folio) {
    for (long pfn = folio.firstPfn; pfn < folio.firstPfn + folio.pages; pfn++) {
      page(pfn).writeOnce(folio);
    }
  }

  /** The first frame of a folio that takes the place of what begins at this frame. */
  @Folded
  public int successorOf(long pfn) {
    return (int) (pfn + OTHERS) % (2 * OTHERS);
  }

  /** Every folio that there ever was. Only when nothing is under way. */
  @Folded
  public List<Folio> all() {
    List<Folio> all = new ArrayList<>();
    firsts.forEach(page -> all.add(page.plain()));
    others.forEach(page -> all.add(page.plain()));
    return all.stream().filter(folio -> folio != null).distinct().toList();
  }

  private Pointer<Folio> page(long pfn) {
    List<Pointer<Folio>> pages = pfn < OTHERS ? firsts : others;
    return pages.get((int) (pfn % OTHERS));
  }
}
