package org.vmacheck.checks.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.vmacheck.checks.conform.Step.Backing;
import org.vmacheck.checks.conform.Step.Placement;

/**
 * Makes the sequences. It keeps a rough picture of what is mapped, so that most operations have
 * something to work on, and draws addresses near the borders it made before: that is where VMAs
 * merge and split. Each sequence leans towards one kind of work.
 */
final class Generator {

  private static final int[] PROTECTIONS = {3, 3, 3, 3, 3, 3, 1, 1, 0, 5};

  /** A range that an operation worked on. */
  private record Range(int at, int pages) {}

  /** What a sequence leans towards. */
  private enum Mood {
    ANONYMOUS,
    GUARDS,
    FILES,
    MOVES,
    FORKS,
    MIXED
  }

  private final SplittableRandom random;
  private final boolean guards;
  private final Mood mood;
  private final boolean[] mapped = new boolean[Window.PAGES];
  private final List<Integer> borders = new ArrayList<>();
  private final List<Range> ranges = new ArrayList<>();
  private final List<Step> undoing = new ArrayList<>();

  private Generator(long seed, boolean guards) {
    this.random = new SplittableRandom(seed);
    this.guards = guards;
    this.mood = Mood.values()[random.nextInt(Mood.values().length)];
    borders.add(0);
  }

  /**
   * The sequence of a seed.
   *
   * @param length operations
   * @param guards whether guard regions may be used
   */
  static List<Step> sequence(long seed, int length, boolean guards) {
    Generator generator = new Generator(seed, guards);
    List<Step> steps = new ArrayList<>(length);
    while (steps.size() < length) {
      steps.add(steps.size() < 2 ? generator.map() : generator.step());
    }
    if (length > 2 && generator.random.nextInt(2) == 0) {
      steps.set(length - 1, new Step.Probe());
    }
    return steps;
  }

  private Step step() {
    if (!undoing.isEmpty() && random.nextInt(4) == 0) {
      return undoing.remove(undoing.size() - 1 - random.nextInt(Math.min(undoing.size(), 3)));
    }
    Step step = drawn();
    Step undo = undo(step);
    if (undo != null) {
      undoing.add(undo);
    }
    return step;
  }

  /** What takes a step back, as far as there is such a thing: VMAs that were split merge again. */
  private static Step undo(Step step) {
    if (step instanceof Step.Protect protect && protect.protection() != 3) {
      return new Step.Protect(protect.at(), protect.pages(), 3);
    } else if (step instanceof Step.Lock lock) {
      return new Step.Unlock(lock.at(), lock.pages());
    } else if (step instanceof Step.Unmap unmap && unmap.pages() > 0) {
      return new Step.Map(unmap.at(), unmap.pages(), 3, Backing.ANONYMOUS, Placement.NOREPLACE, 0);
    } else if (step instanceof Step.Remap remap
        && remap.flags() == (Step.Remap.MAYMOVE | Step.Remap.FIXED)) {
      return new Step.Remap(remap.to(), remap.newPages(), remap.pages(), remap.flags(), remap.at());
    } else if (step instanceof Step.Advise advise) {
      Advice back =
          switch (advise.advice()) {
            case DONTFORK -> Advice.DOFORK;
            case DONTDUMP -> Advice.DODUMP;
            case WIPEONFORK -> Advice.KEEPONFORK;
            case RANDOM, SEQUENTIAL -> Advice.NORMAL;
            default -> null;
          };
      return back == null ? null : new Step.Advise(advise.at(), advise.pages(), back);
    }
    return null;
  }

  private Step drawn() {
    int draw = random.nextInt(1000);
    if (draw < 130) {
      return map();
    }
    if (draw < 200) {
      return unmap();
    }
    if (draw < 380) {
      return protect();
    }
    if (draw < 580) {
      return advise();
    }
    if (draw < 640) {
      return random.nextInt(5) < 2 ? lock() : unlock();
    }
    if (draw < (mood == Mood.MOVES ? 760 : 690)) {
      return remap();
    }
    if (draw < (mood == Mood.FORKS ? 800 : 770)) {
      return fork();
    }
    return random.nextInt(3) == 0
        ? new Step.Read(page())
        : new Step.Write(page(), 1 + random.nextInt(255));
  }

  private Step fork() {
    int odds = mood == Mood.FORKS ? 2 : 12;
    if (random.nextInt(odds) > 0) {
      return new Step.Write(page(), 1 + random.nextInt(255));
    }
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> new Step.Look();
      case 3 -> new Step.Probe();
      default -> new Step.Child();
    };
  }

  private Step map() {
    int at = border();
    int pages = 1 + random.nextInt(borders.size() < 3 ? 12 : 4);
    pages = Math.max(1, Math.min(pages, Window.PAGES - at));
    at = Math.min(at, Window.PAGES - pages);
    Placement placement =
        switch (random.nextInt(14)) {
          case 0 -> Placement.NOREPLACE;
          case 1 -> Placement.HINT;
          default -> Placement.FIXED;
        };
    Backing backing = backing();
    int skew = random.nextInt(8) == 0 ? random.nextInt(3) : 0;
    int offset = backing.isFile() ? at + skew : 0;
    mark(at, pages, true);
    int protection = random.nextInt(3) == 0 ? protection() : 3;
    return new Step.Map(at, pages, protection, backing, placement, offset);
  }

  private Backing backing() {
    int draw = random.nextInt(100);
    if (mood == Mood.FILES) {
      return draw < 45
          ? Backing.PRIVATE_FILE
          : draw < 80 ? Backing.SHARED_FILE : draw < 90 ? Backing.SHARED_ANONYMOUS : anonymous();
    }
    if (mood == Mood.MIXED) {
      return draw < 20
          ? Backing.PRIVATE_FILE
          : draw < 40 ? Backing.SHARED_FILE : draw < 50 ? Backing.SHARED_ANONYMOUS : anonymous();
    }
    return draw < 96 ? anonymous() : Backing.PRIVATE_FILE;
  }

  private static Backing anonymous() {
    return Backing.ANONYMOUS;
  }

  private Step unmap() {
    int at = border();
    int pages = Math.min(pages(3), Window.PAGES - at);
    mark(at, pages, false);
    return new Step.Unmap(at, pages);
  }

  private Step protect() {
    Range range = range();
    return new Step.Protect(range.at(), range.pages(), protection());
  }

  private Step advise() {
    Range range = range();
    return new Step.Advise(range.at(), range.pages(), advice());
  }

  /**
   * Some pages, most often all mapped; every third time those of an operation before, since what is
   * undone is what merges.
   */
  private Range range() {
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
    borders.add(at);
    borders.add(Math.min(at + pages, Window.PAGES - 1));
    return range;
  }

  private Advice advice() {
    int guardOdds = mood == Mood.GUARDS ? 7 : 4;
    if (guards && random.nextInt(10) < guardOdds) {
      return random.nextInt(4) == 0 ? Advice.GUARD_REMOVE : Advice.GUARD_INSTALL;
    }
    return switch (random.nextInt(16)) {
      case 0, 1, 2, 3 -> Advice.DONTNEED;
      case 4, 5 -> Advice.DONTFORK;
      case 6, 7 -> Advice.DOFORK;
      case 8 -> Advice.DONTDUMP;
      case 9 -> Advice.DODUMP;
      case 10 -> Advice.WIPEONFORK;
      case 11 -> Advice.KEEPONFORK;
      case 12 -> Advice.COLD;
      case 13 -> random.nextBoolean() ? Advice.SEQUENTIAL : Advice.RANDOM;
      case 14 -> Advice.NORMAL;
      default -> random.nextBoolean() ? Advice.POPULATE_READ : Advice.POPULATE_WRITE;
    };
  }

  private Step lock() {
    Range range = range();
    return new Step.Lock(range.at(), range.pages());
  }

  private Step unlock() {
    Range range = range();
    return new Step.Unlock(range.at(), range.pages());
  }

  private Step remap() {
    Range range = range();
    int at = range.at();
    int pages = Math.max(1, range.pages());
    int to = random.nextInt(3) == 0 ? border() : random.nextInt(Window.PAGES);
    int larger = Math.min(pages + 1 + random.nextInt(3), Window.PAGES - at);
    return switch (random.nextInt(10)) {
      case 0, 1 -> new Step.Remap(at, pages, larger, 0, 0);
      case 2 -> new Step.Remap(at, larger, pages, 0, 0);
      case 3 -> new Step.Remap(at, pages, larger, Step.Remap.MAYMOVE, 0);
      case 4 -> move(at, pages, Math.max(1, Math.min(pages + 1, Window.PAGES - to)), to, 0);
      case 5 -> move(at, pages, Math.max(1, pages - 1), to, 0);
      case 6 -> move(at, pages, pages, to, Step.Remap.DONTUNMAP);
      default -> move(at, pages, pages, to, 0);
    };
  }

  private Step move(int at, int pages, int newPages, int to, int flags) {
    int target = Math.max(0, Math.min(to, Window.PAGES - newPages));
    if (flags == 0) {
      mark(at, pages, false);
    }
    mark(target, newPages, true);
    return new Step.Remap(
        at, pages, newPages, Step.Remap.MAYMOVE | Step.Remap.FIXED | flags, target);
  }

  /** A place where a VMA begins or ends, or near one, or anywhere. */
  private int border() {
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

  private int protection() {
    return PROTECTIONS[random.nextInt(PROTECTIONS.length)];
  }

  /** A page, more often one that is mapped. */
  private int page() {
    for (int attempt = 0; attempt < 4; attempt++) {
      int page = random.nextInt(2) == 0 ? border() : random.nextInt(Window.PAGES);
      if (mapped[page]) {
        return page;
      }
    }
    return random.nextInt(Window.PAGES);
  }

  private void mark(int at, int pages, boolean now) {
    borders.add(at);
    borders.add(Math.min(at + pages, Window.PAGES - 1));
    for (int page = at; page < Math.min(at + pages, Window.PAGES); page++) {
      mapped[page] = now;
    }
  }
}
