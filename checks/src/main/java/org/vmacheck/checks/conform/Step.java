package org.vmacheck.checks.conform;

/**
 * One operation of a sequence. All addresses and lengths are pages of the window; its text form is
 * the one that the kernel's side reads and that {@code --steps} takes.
 */
public sealed interface Step {

  /** The text form: {@code prot 2 1 3}. */
  String text();

  /** What it is in the words of the manual pages: {@code mprotect [2,3) rw-}. */
  String words();

  /** What a new mapping maps. */
  enum Backing {
    ANONYMOUS('a', "anonymous"),
    SHARED_ANONYMOUS('s', "shared anonymous"),
    PRIVATE_FILE('p', "private file"),
    SHARED_FILE('f', "shared file");

    final char letter;
    final String words;

    Backing(char letter, String words) {
      this.letter = letter;
      this.words = words;
    }

    public boolean isShared() {
      return this == SHARED_ANONYMOUS || this == SHARED_FILE;
    }

    public boolean isFile() {
      return this == PRIVATE_FILE || this == SHARED_FILE;
    }
  }

  /** How {@code mmap} takes its address. */
  enum Placement {
    FIXED('F', "MAP_FIXED"),
    NOREPLACE('N', "MAP_FIXED_NOREPLACE"),
    HINT('H', "a hint");

    final char letter;
    final String words;

    Placement(char letter, String words) {
      this.letter = letter;
      this.words = words;
    }
  }

  /** {@code mmap}; the offset only counts for a file. */
  record Map(int at, int pages, int protection, Backing backing, Placement placement, int offset)
      implements Step {
    @Override
    public String text() {
      return String.format(
          "map %d %d %d %c %c %d", at, pages, protection, backing.letter, placement.letter, offset);
    }

    @Override
    public String words() {
      return String.format(
          "mmap %s %s %s%s, %s",
          range(at, pages),
          access(protection),
          backing.words,
          backing.isFile() ? " from page " + offset : "",
          placement.words);
    }
  }

  record Unmap(int at, int pages) implements Step {
    @Override
    public String text() {
      return "unmap " + at + " " + pages;
    }

    @Override
    public String words() {
      return "munmap " + range(at, pages);
    }
  }

  record Protect(int at, int pages, int protection) implements Step {
    @Override
    public String text() {
      return "prot " + at + " " + pages + " " + protection;
    }

    @Override
    public String words() {
      return "mprotect " + range(at, pages) + " " + access(protection);
    }
  }

  record Advise(int at, int pages, Advice advice) implements Step {
    @Override
    public String text() {
      return "adv " + at + " " + pages + " " + advice.number();
    }

    @Override
    public String words() {
      return "madvise " + range(at, pages) + " MADV_" + advice;
    }
  }

  record Lock(int at, int pages) implements Step {
    @Override
    public String text() {
      return "lock " + at + " " + pages;
    }

    @Override
    public String words() {
      return "mlock " + range(at, pages);
    }
  }

  record Unlock(int at, int pages) implements Step {
    @Override
    public String text() {
      return "unlock " + at + " " + pages;
    }

    @Override
    public String words() {
      return "munlock " + range(at, pages);
    }
  }

  /**
   * {@code mremap}.
   *
   * @param flags {@code MREMAP_MAYMOVE} 1, {@code MREMAP_FIXED} 2, {@code MREMAP_DONTUNMAP} 4
   * @param to where it goes; only counts with {@code MREMAP_FIXED}
   */
  record Remap(int at, int pages, int newPages, int flags, int to) implements Step {
    public static final int MAYMOVE = 1;
    public static final int FIXED = 2;
    public static final int DONTUNMAP = 4;

    @Override
    public String text() {
      return "remap " + at + " " + pages + " " + newPages + " " + flags + " " + to;
    }

    @Override
    public String words() {
      return "mremap "
          + range(at, pages)
          + " to "
          + newPages
          + " pages"
          + ((flags & FIXED) != 0 ? " at " + to : (flags & MAYMOVE) != 0 ? ", may move" : "")
          + ((flags & DONTUNMAP) != 0 ? ", MREMAP_DONTUNMAP" : "");
    }
  }

  record Read(int at) implements Step {
    @Override
    public String text() {
      return "read " + at;
    }

    @Override
    public String words() {
      return "read page " + at;
    }
  }

  /** Stores a value of 1 to 255 at the start of a page. */
  record Write(int at, int value) implements Step {
    @Override
    public String text() {
      return "write " + at + " " + value;
    }

    @Override
    public String words() {
      return "write " + value + " to page " + at;
    }
  }

  /** {@code fork}; the child is looked at and probed, and the sequence goes on in the parent. */
  record Look() implements Step {
    @Override
    public String text() {
      return "look";
    }

    @Override
    public String words() {
      return "fork, look at the child";
    }
  }

  /** {@code fork}; the sequence goes on in the child. */
  record Child() implements Step {
    @Override
    public String text() {
      return "child";
    }

    @Override
    public String words() {
      return "fork, go on in the child";
    }
  }

  /** Every page is read, then every page is written. */
  record Probe() implements Step {
    @Override
    public String text() {
      return "probe";
    }

    @Override
    public String words() {
      return "read and write every page";
    }
  }

  /**
   * The step that a text form describes.
   *
   * @throws IllegalArgumentException with a message that names the text
   */
  static Step parse(String text) {
    return StepParser.parse(text);
  }

  private static String range(int at, int pages) {
    return "[" + at + "," + (at + pages) + ")";
  }

  private static String access(int protection) {
    return ((protection & 1) != 0 ? "r" : "-")
        + ((protection & 2) != 0 ? "w" : "-")
        + ((protection & 4) != 0 ? "x" : "-");
  }
}
