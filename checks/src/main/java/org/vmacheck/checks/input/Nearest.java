package org.vmacheck.checks.input;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what somebody may have meant who typed a name that does not exist. */
public final class Nearest {

  private static final int SHOWN = 3;

  private Nearest() {}

  /**
   * The end of an error message: {@code "; did you mean C61, C62?"}, or what there is when nothing
   * comes near, or how many there are when that is too long, and where they are listed.
   *
   * @param what the plural, which {@code vmacheck list} knows: {@code claims}
   */
  public static String hint(String typed, Collection<String> known, String what) {
    String among = among(typed, known, what);
    return among.isEmpty()
        ? "; there are " + known.size() + " " + what + ", see: vmacheck list " + what
        : among;
  }

  /** The same for what no list shows: nothing when there are too many. */
  public static String among(String typed, Collection<String> known, String what) {
    String name = typed.toLowerCase(Locale.ROOT);
    int tolerance = Math.max(1, name.length() / 3);
    String near =
        known.stream()
            .filter(k -> distance(name, k) <= tolerance)
            .sorted(Comparator.comparingInt((String k) -> distance(name, k)))
            .limit(SHOWN)
            .collect(Collectors.joining(", "));
    if (!near.isEmpty()) {
      return "; did you mean " + near + "?";
    }
    if (known.size() <= 2 * SHOWN) {
      return "; " + what + " are " + String.join(", ", known);
    }
    return "";
  }

  private static int distance(String typed, String known) {
    String name = known.toLowerCase(Locale.ROOT);
    // part of a long name is as near as a typing error
    if (typed.length() >= 4 && name.contains(typed)) {
      return 1;
    }
    return LevenshteinDistance.getDefaultInstance().apply(typed, name);
  }
}
