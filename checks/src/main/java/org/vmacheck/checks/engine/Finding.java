package org.vmacheck.checks.engine;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.KernelBug.Kind;

/**
 * What is wrong with an execution.
 *
 * @param kind what would have noticed
 * @param name the invariant or the assertion that does not hold, empty for other kinds
 * @param object what it happened to, if that is one thing: the object that was freed, the lock, the
 *     cell of a data race
 */
public record Finding(Kind kind, String name, Optional<Location> object) {

  /** These say which promise was broken, and that is enough. */
  private static final Set<Kind> NAMED = EnumSet.of(Kind.INVARIANT, Kind.ASSERTION);

  /** These happen to something. */
  private static final Set<Kind> WITH_OBJECT =
      EnumSet.of(
          Kind.USE_AFTER_FREE,
          Kind.DOUBLE_FREE,
          Kind.UNLOCK_NOT_HELD,
          Kind.RECURSIVE_LOCK,
          Kind.LOCK_ORDER,
          Kind.SLEEP_IN_ATOMIC,
          Kind.LOCK_LEFT_HELD,
          Kind.DATA_RACE);

  public Finding {
    if (NAMED.contains(kind) == name.isEmpty()) {
      throw new IllegalArgumentException(kind + " with the name '" + name + "'");
    }
    if (WITH_OBJECT.contains(kind) && object.isEmpty()) {
      throw new IllegalArgumentException(kind + " of nothing");
    }
  }

  /** A finding of a kind that needs neither a name nor an object. */
  public static Finding of(Kind kind) {
    return new Finding(kind, "", Optional.empty());
  }

  /** A finding that happened to something. */
  public static Finding of(Kind kind, Location object) {
    return new Finding(kind, "", Optional.of(object));
  }

  /** What the kernel, or one of its sanitizers, has met. */
  public static Finding of(KernelBug bug) {
    if (NAMED.contains(bug.kind())) {
      return new Finding(bug.kind(), bug.name(), Optional.empty());
    }
    return WITH_OBJECT.contains(bug.kind())
        ? of(bug.kind(), Location.of(bug.name()))
        : of(bug.kind());
  }

  /** Without the number of the object. */
  public Form form() {
    return NAMED.contains(kind)
        ? new Form(name, "")
        : new Form(kindText(kind), object.map(Location::kind).orElse(""));
  }

  /** The form's text: {@code guard_lost}, {@code use_after_free pte_table}. */
  @Override
  public String toString() {
    return form().toString();
  }

  private static String kindText(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /**
   * A finding as an expectation names it: the same for every instance of an object. An invariant or
   * an assertion is spelled by its name alone, {@code vma_assert_write_locked}; every other kind by
   * its own name and the type of what it happened to, {@code data_race vm_flags}.
   *
   * @param word the name, or the kind in lower case
   * @param type the type of the object or the cell, empty if there is none
   */
  public record Form(String word, String type) {

    private static final Pattern WORD = Pattern.compile("\\w+");

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException in words for whoever wrote the text, if it is no finding
     */
    public static Form parse(String text) {
      String[] words = text.strip().split("\\s+", 3);
      for (String word : words) {
        if (!WORD.matcher(word).matches()) {
          throw new IllegalArgumentException("'" + text + "' is no finding");
        }
      }
      Optional<Kind> kind = kindOf(words[0]);
      boolean needsObject = kind.map(WITH_OBJECT::contains).orElse(false);
      if (needsObject && words.length == 1) {
        throw new IllegalArgumentException(
            words[0] + " of what? Name the type, as in " + words[0] + " " + example(kind.get()));
      }
      if (words.length > (needsObject ? 2 : 1)) {
        throw new IllegalArgumentException(
            "'" + words[needsObject ? 2 : 1] + "' after the finding " + words[0]);
      }
      return new Form(words[0], needsObject ? words[1] : "");
    }

    private static Optional<Kind> kindOf(String word) {
      for (Kind kind : Kind.values()) {
        if (!NAMED.contains(kind) && kindText(kind).equals(word)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }

    private static String example(Kind kind) {
      return switch (kind) {
        case DATA_RACE -> "vm_flags";
        case UNLOCK_NOT_HELD, RECURSIVE_LOCK, LOCK_ORDER, LOCK_LEFT_HELD -> "ptl";
        default -> "pte_table";
      };
    }

    /** Whether a finding is of this form. */
    public boolean isShownBy(Finding finding) {
      return equals(finding.form());
    }

    @Override
    public String toString() {
      return type.isEmpty() ? word : word + " " + type;
    }
  }
}
