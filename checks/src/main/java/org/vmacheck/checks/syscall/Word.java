package org.vmacheck.checks.syscall;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One argument of a call as it was typed, with its place.
 *
 * @param line from 1
 * @param column from 1
 * @param call what it is if it is a call itself, else null
 */
public record Word(String text, int line, int column, SystemCall call) {

  /** Larger numbers are a slip of the finger. */
  private static final int LARGEST = 1_000_000;

  /** Flags that go without saying. */
  private static final Set<String> SILENT = Set.of("MAP_PRIVATE", "MAP_ANONYMOUS", "PROT_NONE");

  /** Of nowhere in particular. */
  public Word(String text) {
    this(text, 1, 1, null);
  }

  /** A number from 0 on. */
  int number(String what) {
    if (text.matches("\\d{1,9}") && Integer.parseInt(text) <= LARGEST) {
      return Integer.parseInt(text);
    }
    throw new BadCall(this, "expected " + what + ", found '" + text + "'");
  }

  /** A name, or nothing for 0 and -1, which stand for no file. */
  String name(String what) {
    if (text.isEmpty() || text.equals("0") || text.equals("-1")) {
      return "";
    }
    if (text.matches("[A-Za-z_]\\w*")) {
      return text;
    }
    throw new BadCall(this, "expected " + what + ", found '" + text + "'");
  }

  @Override
  public SystemCall call() {
    if (call == null) {
      throw new BadCall(this, "expected a system call, found '" + text + "'");
    }
    return call;
  }

  /** {@code A|B}, or 0 for none. */
  <F> Set<F> flags(Class<F> type) {
    if (text.equals("0")) {
      return Set.of();
    }
    return Arrays.stream(text.split("\\|", -1))
        .filter(name -> !SILENT.contains(name) || !belongs(name, type))
        .map(name -> constant(name, type))
        .collect(Collectors.toSet());
  }

  private static boolean belongs(String name, Class<?> type) {
    return name.startsWith("PROT_") == (type == Prot.class);
  }

  <E> E constant(Class<E> type) {
    return constant(text, type);
  }

  private <E> E constant(String name, Class<E> type) {
    List<String> known =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> ((Enum<?>) constant).name())
            .toList();
    int index = known.indexOf(name);
    if (index >= 0) {
      return type.getEnumConstants()[index];
    }
    String prefix = known.get(0).substring(0, known.get(0).indexOf('_') + 1);
    throw BadCall.unknown(
        new Word(name, line, column, null), prefix + "* constant", known, prefix + "* constants");
  }

  static String flagsText(Class<?> type, Set<?> flags) {
    if (flags.isEmpty()) {
      return type == Prot.class ? "PROT_NONE" : type == MapFlag.class ? "MAP_PRIVATE" : "0";
    }
    return new TreeSet<Object>(flags)
        .stream().map(flag -> ((Enum<?>) flag).name()).collect(Collectors.joining("|"));
  }
}
