package org.vmacheck.checks.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.vmacheck.checks.syscall.SystemCall.Page;
import org.vmacheck.checks.syscall.SystemCall.Range;

/**
 * Where the calls of a sequence work. It keeps a rough picture of what is mapped, so that most
 * calls have something to work on, and draws addresses near the borders that were made before: that
 * is where VMAs merge and split.
 */
final class Places {

  private final SplittableRandom random;
  private final boolean[] mapped = new boolean[Window.PAGES];
  private final List<Integer> borders = new ArrayList<>();
  private final List<Range> ranges = new ArrayList<>();

  Places(SplittableRandom random) {
    this.random = random;
    borders.add(0);
  }

  /** For a new mapping; the first ones are larger. */
  Range fresh() {
    int at = border();
    int pages = 1 + random.nextInt(borders.size() < 3 ? 12 : 4);
    pages = Math.max(1, Math.min(pages, Window.PAGES - at));
    return new Range(Math.min(at, Window.PAGES - pages), pages);
  }

  /** From a border on, up to so many pages, mapped or not. */
  Range anywhere(int most) {
    int at = border();
    return new Range(at, Math.min(pages(most), Window.PAGES - at));
  }

  /**
   * Some pages, most often all mapped; every third time those of a call before, since what is
   * undone is what merges.
   */
  Range range() {
    if (!ranges.isEmpty() && random.nextInt(3) == 0) {
      return ranges.get(ranges.size() - 1 - random.nextInt(Math.min(ranges.size(), 4)));
    }
    int at = border();
    for (int attempt = 0; attempt < 3 && !mapped[at]; attempt++) {
      at = border();
    }
    int pages = Math.min(pages(5), Window.PAGES - at);
    if (random.nextInt(8) > 0) {
      int whole = 0;
      while (whole < pages && mapped[at + whole]) {
        whole++;
      }
      pages = Math.max(whole, Math.min(pages, 1));
    }
    Range range = new Range(at, pages);
    ranges.add(range);
    remember(range);
    return range;
  }

  /** A place where a VMA begins or ends, or near one, or anywhere. */
  int border() {
    int at =
        switch (random.nextInt(6)) {
          case 0 -> random.nextInt(Window.PAGES);
          case 1 -> recent() + 1;
          case 2 -> recent() - 1;
          default -> recent();
        };
    return Math.max(0, Math.min(at, Window.PAGES - 1));
  }

  private int recent() {
    int back = Math.min(borders.size(), 6);
    return borders.get(borders.size() - 1 - random.nextInt(back));
  }

  /** Up to so many pages, seldom none at all. */
  private int pages(int most) {
    return random.nextInt(200) == 0 ? 0 : 1 + random.nextInt(most);
  }

  /** A page, more often one that is mapped. */
  Page page() {
    for (int attempt = 0; attempt < 4; attempt++) {
      int page = random.nextInt(2) == 0 ? border() : random.nextInt(Window.PAGES);
      if (mapped[page]) {
        return new Page(page);
      }
    }
    return new Page(random.nextInt(Window.PAGES));
  }

  void map(Range range) {
    mark(range, true);
  }

  void unmap(Range range) {
    mark(range, false);
  }

  private void mark(Range range, boolean now) {
    remember(range);
    for (int page = range.start(); page < Math.min(range.end(), Window.PAGES); page++) {
      mapped[page] = now;
    }
  }

  private void remember(Range range) {
    borders.add(range.start());
    borders.add(Math.min(range.end(), Window.PAGES - 1));
  }
}
