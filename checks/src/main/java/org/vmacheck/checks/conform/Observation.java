package org.vmacheck.checks.conform;

import java.util.ArrayList;
import java.util.List;

/**
 * What one side shows after a call. The line it is parsed from is described in the kernel side's
 * source; the model's side writes the same.
 *
 * @param result what the call returned
 * @param areas the VMAs of the window, in order
 * @param pages a letter a page: {@code .} nothing, {@code P} present, {@code S} swapped, {@code G}
 *     guard marker
 * @param accesses three letters a page: the value read, or {@code SE}, {@code BU}, {@code --}, and
 *     then how a write faults
 */
record Observation(String result, List<Area> areas, String pages, String accesses) {

  /**
   * One VMA.
   *
   * @param start first page
   * @param end first page after it
   * @param perms as in /proc/PID/maps
   * @param offset into the file, in pages
   * @param file {@code -}, {@code f} or the number of a shared anonymous mapping, and then its name
   *     in brackets if it was given one
   * @param flags the two-letter codes of smaps
   */
  record Area(int start, int end, String perms, int offset, String file, String flags) {

    boolean has(String flag) {
      return flags.contains(flag);
    }

    /** The flags without those that a merge does not compare. */
    String comparedFlags() {
      return flags.replace(" gu", "");
    }
  }

  static Observation parse(String line) {
    String[] parts = line.split("\\|", -1);
    List<Area> areas = new ArrayList<>();
    if (parts.length > 1 && !parts[1].isEmpty()) {
      for (String text : parts[1].split(",")) {
        String[] fields = text.split(":", -1);
        int plus = fields[0].indexOf('+');
        int start = Integer.parseInt(fields[0].substring(0, plus));
        int pages = Integer.parseInt(fields[0].substring(plus + 1));
        areas.add(
            new Area(
                start,
                start + pages,
                fields[1],
                Integer.parseInt(fields[2]),
                fields[3],
                fields[4]));
      }
    }
    return new Observation(
        parts[0], areas, parts.length > 2 ? parts[2] : "", parts.length > 3 ? parts[3] : "");
  }

  /** The VMA that covers the page, or null. */
  Area areaOf(int page) {
    for (Area area : areas) {
      if (area.start <= page && page < area.end) {
        return area;
      }
    }
    return null;
  }

  char stateOf(int page) {
    return page < pages.length() ? pages.charAt(page) : '?';
  }
}
