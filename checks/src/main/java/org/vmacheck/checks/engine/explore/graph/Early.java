package org.vmacheck.checks.engine.explore.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vmacheck.checks.engine.explore.graph.Label.Type;

/**
 * What threads do early in a program made from another one. As text, which stands in a replay
 * string, {@code +b:write:17}: thread {@code b} writes cell 17 early.
 */
public record Early(List<EarlyAccess> accesses) {

  /** Nothing: the program as it is. */
  public static final Early NOTHING = new Early(List.of());

  private static final Pattern ONE =
      Pattern.compile("\\+([a-z]):(read|write|update|fence):([0-9]{1,6})");

  /**
   * Sets of accesses, the smaller ones first: each with one access, and then each with two. A read
   * or a fence is early only before a write, as nobody else sees when it is done.
   */
  public static List<Early> all(Observations observed) {
    List<EarlyAccess> passing = observed.passing();
    List<EarlyAccess> writes = passing.stream().filter(EarlyAccess::writes).toList();
    List<Early> all = new ArrayList<>();
    writes.forEach(write -> all.add(new Early(List.of(write))));
    for (EarlyAccess first : passing) {
      for (EarlyAccess second : writes) {
        if (!first.equals(second) && (first.writes() || first.thread() == second.thread())) {
          all.add(new Early(List.of(first, second)));
        }
      }
    }
    return all;
  }

  /** The program in which they are early. */
  public Threads of(Threads program, Observations observed) {
    Threads made = program;
    for (EarlyAccess access : accesses) {
      made = new EarlyThreads(observed, made, access);
    }
    return made;
  }

  /** As it stands in a replay string, with a blank behind it; empty if there is nothing. */
  public String text() {
    return accesses.stream()
        .map(
            access ->
                "+"
                    + (char) ('a' + access.thread())
                    + ":"
                    + access.type().name().toLowerCase(Locale.ROOT)
                    + ":"
                    + access.location()
                    + " ")
        .collect(Collectors.joining());
  }

  /** A replay string without what it begins with, which is this. */
  public String cutOff(String text) {
    return text.strip().substring(text().strip().length());
  }

  /**
   * Reads what a replay string begins with.
   *
   * @throws IllegalArgumentException if it begins with a plus and that is none of these
   */
  public static Early parse(String text) {
    List<EarlyAccess> accesses = new ArrayList<>();
    for (String word : text.strip().split("\\s+")) {
      if (!word.startsWith("+")) {
        break;
      }
      Matcher one = ONE.matcher(word);
      if (!one.matches()) {
        throw new IllegalArgumentException("'" + word + "' is not as in +b:write:17");
      }
      accesses.add(
          new EarlyAccess(
              one.group(1).charAt(0) - 'a',
              Type.valueOf(one.group(2).toUpperCase(Locale.ROOT)),
              Integer.parseInt(one.group(3))));
    }
    return new Early(accesses);
  }
}
