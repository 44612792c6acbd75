package org.vmacheck.checks.conform;

import java.util.ArrayList;
import java.util.List;

/** Says in words where two observations part. */
final class Parting {

  private Parting() {}

  /** One clause for each thing that differs; empty if nothing does. */
  static List<String> between(Observation kernel, Observation model) {
    List<String> clauses = new ArrayList<>();
    if (!kernel.result().equals(model.result())) {
      clauses.add("result: kernel " + kernel.result() + ", model " + model.result());
    }
    areas(kernel, model, clauses);
    for (int page = 0; page < Window.PAGES; page++) {
      if (kernel.stateOf(page) != model.stateOf(page)) {
        clauses.add(
            "page "
                + page
                + ": kernel "
                + state(kernel.stateOf(page))
                + ", model "
                + state(model.stateOf(page)));
      }
      String left = access(kernel, page);
      String right = access(model, page);
      if (!left.equals(right) && kernel.stateOf(page) == model.stateOf(page)) {
        clauses.add("access to page " + page + ": kernel " + left + ", model " + right);
      }
    }
    return clauses;
  }

  private static void areas(Observation kernel, Observation model, List<String> clauses) {
    for (Observation.Area area : kernel.areas()) {
      Observation.Area other = model.areaOf(area.start());
      if (model.areas().contains(area)) {
        continue;
      }
      if (other == null || other.start() != area.start() || other.end() != area.end()) {
        clauses.add("the kernel has a VMA " + range(area) + ", the model has " + range(other));
        continue;
      }
      differ(range(area) + " perms", area.perms(), other.perms(), clauses);
      differ(range(area) + " flags", area.flags(), other.flags(), clauses);
      differ(range(area) + " file", area.file(), other.file(), clauses);
      differ(range(area) + " offset", "" + area.offset(), "" + other.offset(), clauses);
    }
    for (Observation.Area area : model.areas()) {
      if (kernel.areaOf(area.start()) == null) {
        clauses.add("the model has a VMA " + range(area) + ", the kernel has none there");
      }
    }
  }

  private static void differ(String what, String kernel, String model, List<String> clauses) {
    if (!kernel.equals(model)) {
      clauses.add(what + ": kernel " + kernel + ", model " + model);
    }
  }

  private static String range(Observation.Area area) {
    return area == null ? "none there" : "[" + area.start() + "," + area.end() + ")";
  }

  private static String state(char letter) {
    return switch (letter) {
      case '.' -> "nothing";
      case 'P' -> "present";
      case 'S' -> "swapped";
      case 'G' -> "a guard marker";
      default -> String.valueOf(letter);
    };
  }

  private static String access(Observation seen, int page) {
    int at = page * 3;
    return at + 3 <= seen.accesses().length() ? seen.accesses().substring(at, at + 3) : "";
  }
}
