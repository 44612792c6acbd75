package org.vmacheck.model.release;

import java.util.List;
import java.util.Optional;

/** The releases of Linux that the model knows. */
public final class Releases {

  /**
   * Oldest first. A release stands for its stable branch as of autumn 2026, as far as commits say
   * that they were back-ported; but 6.4 is 6.4.0, as its branch was short and fixed in it what it
   * is asked about, and 6.6 is 6.6.87, the one that was read.
   */
  private static final List<Release> ALL =
      List.of("6.4", "6.6", "6.12", "6.15", "6.18", "6.19", "7.0", "7.1", "7.2", "7.3").stream()
          .map(Version::of)
          .map(Release::of)
          .toList();

  private Releases() {}

  /** All of them, oldest first. */
  public static List<Release> all() {
    return ALL;
  }

  /** The one that the paths are written from. */
  public static Release newest() {
    return ALL.get(ALL.size() - 1);
  }

  /**
   * Those from the first to the last of two, oldest first; none if they are the wrong way round.
   */
  public static List<Release> between(Release first, Release last) {
    return ALL.stream()
        .filter(release -> release.version().compareTo(first.version()) >= 0)
        .filter(release -> release.version().compareTo(last.version()) <= 0)
        .toList();
  }

  /** The release of a name: {@code 6.19}. */
  public static Optional<Release> named(String name) {
    return ALL.stream().filter(release -> release.name().equals(name)).findFirst();
  }

  /**
   * The release of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Release of(String name) {
    return named(name).orElseThrow(() -> new IllegalArgumentException("no release " + name));
  }
}
