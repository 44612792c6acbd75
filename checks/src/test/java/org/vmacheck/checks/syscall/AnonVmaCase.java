package org.vmacheck.checks.syscall;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.vmacheck.model.mm.AnonVma;

/**
 * Three neighbours, of which the middle one becomes like the others, and which of them share an
 * anon_vma.
 *
 * <pre>
 *   pages  0   2       6   8
 *          |prev|middle|next|
 * </pre>
 *
 * @param prev the anon_vma of each part: parts with the same letter have the same, {@code '-'} is
 *     unfaulted, {@code ' '} is not mapped
 * @param forked the letters that come from before a fork
 * @param from the pages that change
 */
record AnonVmaCase(
    char prev, char middle, char next, Set<Character> forked, int from, int to, Request request) {

  private static final char ABSENT = ' ';
  private static final char UNFAULTED = '-';

  /** How the middle becomes like its neighbours. */
  enum Request {
    ADVICE,
    PROTECTION,
    MOVE
  }

  /** A part: which pages, and which anon_vma. */
  private record Part(char anonVma, int start, int end) {
    boolean isMapped() {
      return anonVma != ABSENT;
    }

    boolean isFaulted() {
      return isMapped() && anonVma != UNFAULTED;
    }
  }

  /** All that can be: every pattern of anon_vmas, faulted and not, forked and not. */
  static List<AnonVmaCase> all() {
    List<AnonVmaCase> all = new ArrayList<>();
    for (char middle : new char[] {UNFAULTED, 'm'}) {
      for (char prev : new char[] {ABSENT, UNFAULTED, 'p', 'm'}) {
        for (char next : new char[] {ABSENT, UNFAULTED, 'n', 'm', 'p'}) {
          for (int forked = 0; forked < 8; forked++) {
            addRequests(all, prev, middle, next, letters(forked));
          }
        }
      }
    }
    return all.stream().filter(AnonVmaCase::canBe).toList();
  }

  private static Set<Character> letters(int bits) {
    return Stream.of('p', 'm', 'n')
        .filter(letter -> (bits & 1 << "pmn".indexOf(letter)) != 0)
        .collect(java.util.stream.Collectors.toSet());
  }

  private static void addRequests(
      List<AnonVmaCase> all, char prev, char middle, char next, Set<Character> forked) {
    for (Request request : EnumSet.of(Request.ADVICE, Request.PROTECTION)) {
      all.add(new AnonVmaCase(prev, middle, next, forked, 2, 6, request));
      all.add(new AnonVmaCase(prev, middle, next, forked, 2, 4, request));
      all.add(new AnonVmaCase(prev, middle, next, forked, 4, 6, request));
      all.add(new AnonVmaCase(prev, middle, next, forked, 3, 5, request));
    }
    all.add(new AnonVmaCase(prev, middle, next, forked, 2, 6, Request.MOVE));
  }

  /**
   * Every letter is the anon_vma of a part that is called so, and is forked only if it is there. A
   * mapping around the middle comes before it, in one piece if it is forked, as fork gives each VMA
   * an anon_vma of its own.
   */
  private boolean canBe() {
    List<Character> letters = List.of(prev, middle, next);
    boolean named = (middle == 'm' || !letters.contains('m')) && (prev == 'p' || next != 'p');
    boolean around = prev == 'p' && next == 'p';
    boolean older = !around || !forked.contains('m');
    return named && older && letters.containsAll(forked);
  }

  private List<Part> parts() {
    return List.of(new Part(prev, 0, 2), new Part(middle, 2, 6), new Part(next, 6, 8));
  }

  /** Makes the neighbours, and all that is asked but the last call. */
  void build(World world) {
    List<Character> letters = List.of('p', 'm', 'n');
    letters.stream().filter(forked::contains).forEach(letter -> fault(world, letter));
    world.call("become_child()");
    letters.stream().filter(forked::contains).forEach(letter -> cut(world, letter));
    for (char letter : letters) {
      if (!forked.contains(letter)) {
        fault(world, letter);
        cut(world, letter);
      }
    }
    for (Part part : parts()) {
      if (part.isMapped() && !part.isFaulted()) {
        map(world, part.start(), part.end(), part.start() == 2);
      }
    }
    switch (request) {
      case ADVICE -> {}
      case PROTECTION -> world.call("mprotect(2, 4, PROT_READ); madvise(2, 4, MADV_DODUMP)");
      case MOVE ->
          world.call(
              "mremap(2, 4, 4, MREMAP_MAYMOVE|MREMAP_FIXED, 10); madvise(10, 4, MADV_DODUMP)");
    }
  }

  private List<Part> of(char letter) {
    return parts().stream().filter(part -> part.anonVma() == letter).toList();
  }

  /** Maps, as one, all parts that have this anon_vma, and what lies between them; writes. */
  private void fault(World world, char letter) {
    List<Part> parts = of(letter);
    if (!parts.isEmpty()) {
      int start = parts.get(0).start();
      map(world, start, parts.get(parts.size() - 1).end(), letter == middle);
      world.call("write(" + start + ")");
    }
  }

  /** Makes parts of what was mapped as one. */
  private void cut(World world, char letter) {
    List<Part> parts = of(letter);
    if (letter != middle && parts.size() == 2) {
      world.call("munmap(2, 4)");
    }
    if (letter == middle) {
      parts.stream()
          .filter(part -> part.start() != 2)
          .forEach(part -> world.call("madvise(" + part.start() + ", 2, MADV_DODUMP)"));
    }
  }

  /** What has the middle in it is never like its neighbours on its way, and so not merged. */
  private static void map(World world, int start, int end, boolean middle) {
    String range = "(" + start + ", " + (end - start) + ", ";
    if (middle) {
      world.call("mmap" + range + "PROT_NONE, MAP_FIXED)");
      world.call("madvise" + range + "MADV_DONTDUMP)");
      world.call("mprotect" + range + "PROT_READ|PROT_WRITE)");
    } else {
      world.call("mmap" + range + "PROT_READ|PROT_WRITE, MAP_FIXED)");
    }
  }

  /** The call that is asked about. */
  void ask(World world) {
    String range = "(" + from + ", " + (to - from) + ", ";
    world.call(
        switch (request) {
          case ADVICE -> "madvise" + range + "MADV_DODUMP)";
          case PROTECTION -> "mprotect" + range + "PROT_READ|PROT_WRITE)";
          case MOVE -> "mremap(10, 4, 4, MREMAP_MAYMOVE|MREMAP_FIXED, 2)";
        });
  }

  /** The VMAs that should be there then, by what the commit's message says. */
  List<Expected> expected() {
    boolean left = from == 2 && agree(parts().get(0), parts().get(1));
    boolean right = to == 6 && agree(parts().get(1), parts().get(2));
    // both, and the outer two have different ones: the pages go to the first
    boolean both = left && right && (prev == next || prev == UNFAULTED || next == UNFAULTED);
    List<Expected> result = new ArrayList<>();
    add(result, prev, 0, left ? to : 2, left ? middle : prev);
    add(result, middle, left ? to : 2, from, middle);
    if (!left && !right) {
      add(result, middle, from, to, middle);
    }
    add(result, middle, to, right && !left ? to : 6, middle);
    add(result, next, right && !left ? from : 6, 8, right && !left ? middle : next);
    return both ? List.of(new Expected(0, 8, either(prev, either(middle, next)))) : result;
  }

  private static void add(List<Expected> result, char part, int start, int end, char taken) {
    if (part != ABSENT && start < end) {
      result.add(new Expected(start, end, either(part, taken)));
    }
  }

  private static char either(char one, char other) {
    return one == UNFAULTED ? other : one;
  }

  /** Two unfaulted ones; one faulted that was not forked, and one unfaulted; the same anon_vma. */
  private boolean agree(Part one, Part other) {
    if (!one.isMapped() || !other.isMapped()) {
      return false;
    }
    if (one.isFaulted() && other.isFaulted()) {
      return one.anonVma() == other.anonVma();
    }
    return Stream.of(one, other).noneMatch(part -> forked.contains(part.anonVma()));
  }

  /** A VMA, and the letter of its anon_vma. */
  record Expected(int start, int end, char anonVma) {}

  /** Which anon_vma each letter is by now. */
  AnonVma named(World world, char letter) {
    return parts().stream()
        .filter(part -> part.anonVma() == letter)
        .map(part -> world.vma(request == Request.MOVE && part.start() == 2 ? 10 : part.start()))
        .map(vma -> vma.anonVma.plain())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
