package org.vmacheck.model.release;

import java.util.Comparator;

/** The number of a Linux release: {@code 6.19}. */
public record Version(int major, int minor) implements Comparable<Version> {

  private static final Comparator<Version> ORDER =
      Comparator.comparingInt(Version::major).thenComparingInt(Version::minor);

  /**
   * @throws IllegalArgumentException if the text is not two numbers with a dot between them
   */
  public static Version of(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException("'" + text + "' is not a release like 6.19");
    }
    try {
      return new Version(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is not a release like 6.19", e);
    }
  }

  @Override
  public int compareTo(Version other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
