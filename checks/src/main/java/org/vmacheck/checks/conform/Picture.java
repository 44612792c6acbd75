package org.vmacheck.checks.conform;

import java.util.ArrayList;
import java.util.List;

/** Both address spaces side by side, as text. */
final class Picture {

  private static final int COLUMN = 46;

  private Picture() {}

  /** The kernel's on the left, the model's on the right. */
  static String sideBySide(Observation kernel, Observation model) {
    List<String> left = draw("kernel", kernel);
    List<String> right = draw("model", model);
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < Math.max(left.size(), right.size()); row++) {
      String at = row < left.size() ? left.get(row) : "";
      String beside = row < right.size() ? right.get(row) : "";
      text.append("  ").append(at);
      if (!beside.isEmpty()) {
        text.append(" ".repeat(Math.max(2, COLUMN - at.length()))).append(beside);
      }
      text.append(System.lineSeparator());
    }
    return text.toString();
  }

  private static List<String> draw(String side, Observation seen) {
    List<String> rows = new ArrayList<>();
    StringBuilder ruler = new StringBuilder();
    StringBuilder covered = new StringBuilder();
    for (int page = 0; page < Window.PAGES; page++) {
      ruler.append(Character.forDigit(page, Window.PAGES));
      int area = indexOf(seen, page);
      covered.append(area < 0 ? '.' : letter(area));
    }
    rows.add(String.format("%-7s %s", side, ruler));
    rows.add("VMAs    " + covered);
    rows.add("pages   " + seen.pages());
    for (int index = 0; index < seen.areas().size(); index++) {
      Observation.Area area = seen.areas().get(index);
      rows.add(
          String.format(
              "%c [%d,%d) %s %s %s",
              letter(index),
              area.start(),
              area.end(),
              area.perms(),
              area.file().equals("-") ? "anon" : area.file() + "+" + area.offset(),
              flagsBeyondPerms(area)));
    }
    return rows;
  }

  /** The flags that the perms column does not already tell. */
  private static String flagsBeyondPerms(Observation.Area area) {
    List<String> rest = new ArrayList<>();
    for (String flag : area.flags().split(" ")) {
      if (!List.of("rd", "wr", "ex", "sh", "mr", "me").contains(flag)) {
        rest.add(flag);
      }
    }
    return String.join(" ", rest);
  }

  private static int indexOf(Observation seen, int page) {
    for (int index = 0; index < seen.areas().size(); index++) {
      Observation.Area area = seen.areas().get(index);
      if (area.start() <= page && page < area.end()) {
        return index;
      }
    }
    return -1;
  }

  private static char letter(int index) {
    return (char) ('A' + index % 26);
  }
}
