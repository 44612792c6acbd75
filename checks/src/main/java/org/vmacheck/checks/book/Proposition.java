package org.vmacheck.checks.book;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vmacheck.checks.syscall.SystemCall.Returns;
import org.vmacheck.model.mm.VmFlags;

/** A statement about the end of one execution: results of calls and the final state. */
public sealed interface Proposition {

  /** What reports call it when it is not true: {@code guard_lost}. */
  String finding();

  /** What it is made of, down to what is made of nothing else. */
  default Stream<Proposition> atoms() {
    return Stream.of(this);
  }

  /** The threads whose results or children it asks for. */
  default Stream<Integer> threads() {
    return Stream.of();
  }

  record Not(Proposition inner) implements Proposition {
    @Override
    public String finding() {
      return inner instanceof Guard ? "guard_found" : "not_" + inner.finding();
    }

    @Override
    public Stream<Proposition> atoms() {
      return inner.atoms();
    }

    @Override
    public Stream<Integer> threads() {
      return inner.threads();
    }

    @Override
    public String toString() {
      return "~" + inner;
    }
  }

  record And(List<Proposition> parts) implements Proposition {
    public And {
      parts = List.copyOf(parts);
    }

    @Override
    public String finding() {
      return common(parts);
    }

    @Override
    public Stream<Proposition> atoms() {
      return parts.stream().flatMap(Proposition::atoms);
    }

    @Override
    public Stream<Integer> threads() {
      return parts.stream().flatMap(Proposition::threads);
    }

    @Override
    public String toString() {
      return text(parts, " /\\ ");
    }
  }

  record Or(List<Proposition> parts) implements Proposition {
    public Or {
      parts = List.copyOf(parts);
    }

    @Override
    public String finding() {
      return common(parts);
    }

    @Override
    public Stream<Proposition> atoms() {
      return parts.stream().flatMap(Proposition::atoms);
    }

    @Override
    public Stream<Integer> threads() {
      return parts.stream().flatMap(Proposition::threads);
    }

    @Override
    public String toString() {
      return text(parts, " \\/ ");
    }
  }

  /** The page is a guard. */
  record Guard(int page) implements Proposition {
    @Override
    public String finding() {
      return "guard_lost";
    }

    @Override
    public String toString() {
      return "guard(" + page + ")";
    }
  }

  /** A VMA covers the page. */
  record Mapped(int page) implements Proposition {
    @Override
    public String finding() {
      return "unmapped";
    }

    @Override
    public String toString() {
      return "mapped(" + page + ")";
    }
  }

  /** The VMA of the page has a flag. */
  record Flag(int page, long flag) implements Proposition {
    @Override
    public String finding() {
      return "flag_lost";
    }

    @Override
    public String toString() {
      return "flag(" + page + ", " + VmFlags.toString(flag) + ")";
    }
  }

  /** The VMA of the page has just these flags, soft-dirty set aside. */
  record Flags(int page, long flags) implements Proposition {
    @Override
    public String finding() {
      return "vm_flags";
    }

    @Override
    public String toString() {
      return "flags(" + page + ") = \"" + VmFlags.toString(flags) + "\"";
    }
  }

  /** What a page-table entry is. */
  enum Entry {
    NONE,
    GUARD,
    PRESENT,
    PINNED;

    String text() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** The entry of the page is of this kind. */
  record Pte(int page, Entry entry) implements Proposition {
    @Override
    public String finding() {
      return "pte";
    }

    @Override
    public String toString() {
      return "pte(" + page + ") = " + entry.text();
    }
  }

  /** The VMA of the page covers just pages [start, end). */
  record Vma(int page, int start, int end) implements Proposition {
    @Override
    public String finding() {
      return "vma";
    }

    @Override
    public String toString() {
      return "vma(" + page + ") = [" + start + ", " + end + ")";
    }
  }

  /** What a load from the page gives in the end: a content or a signal. */
  record Read(int page, long value) implements Proposition {
    @Override
    public String finding() {
      return "read";
    }

    @Override
    public String toString() {
      return "read(" + page + ") = " + Values.text(Returns.VALUE, value);
    }
  }

  /**
   * A call returned a value.
   *
   * @param thread its position
   * @param statement its position in the thread
   * @param name as the page calls it
   */
  record Result(int thread, int statement, String name, Returns returns, long value)
      implements Proposition {
    @Override
    public String finding() {
      return switch (returns) {
        case FLAGS -> "smaps_flags";
        case PAGES -> "maps";
        default -> "result";
      };
    }

    @Override
    public Stream<Integer> threads() {
      return Stream.of(thread);
    }

    @Override
    public String toString() {
      return thread + ":" + name + " = " + Values.text(returns, value);
    }
  }

  /** Of the child's address space; the thread is the one that forks. */
  record Child(int thread, Proposition inner) implements Proposition {
    @Override
    public String finding() {
      return "child_" + inner.finding();
    }

    @Override
    public Stream<Proposition> atoms() {
      return inner.atoms();
    }

    @Override
    public Stream<Integer> threads() {
      return Stream.concat(Stream.of(thread), inner.threads());
    }

    @Override
    public String toString() {
      return "child(" + inner + ")";
    }
  }

  private static String text(List<Proposition> parts, String operator) {
    return parts.stream().map(Object::toString).collect(Collectors.joining(operator, "(", ")"));
  }

  private static String common(List<Proposition> parts) {
    List<String> names = parts.stream().map(Proposition::finding).distinct().toList();
    return names.size() == 1 ? names.get(0) : "condition";
  }
}
