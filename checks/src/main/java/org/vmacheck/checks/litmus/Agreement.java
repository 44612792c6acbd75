package org.vmacheck.checks.litmus;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.vmacheck.checks.litmus.Expectations.Column;
import org.vmacheck.checks.litmus.Expectations.Row;

/** How outcomes agree with expectations, column by column. */
public final class Agreement {
  private final Expectations expectations;
  private final List<String> differences = new ArrayList<>();
  private final Map<Column, Integer> agreeing = new EnumMap<>(Column.class);
  private final Map<String, List<String>> unsupported = new TreeMap<>();
  private int compared;
  private int unexpected;
  private boolean missing;

  public Agreement(Expectations expectations) {
    this.expectations = expectations;
    for (Column column : Column.values()) {
      agreeing.put(column, 0);
    }
  }

  public void add(Outcome outcome) {
    Optional<Row> row = expectations.of(outcome.file());
    if (outcome instanceof Outcome.Unsupported without) {
      unsupported
          .computeIfAbsent(without.construct().construct(), c -> new ArrayList<>())
          .add(without.file().toString());
      missing |= row.isPresent();
    } else if (outcome instanceof Outcome.Ran ran) {
      row.ifPresentOrElse(expected -> compare(ran, expected), () -> unexpected++);
    }
  }

  private void compare(Outcome.Ran ran, Row expected) {
    compared++;
    List<Column> different = expected.differences(ran.result());
    for (Column column : Column.values()) {
      if (!different.contains(column)) {
        agreeing.merge(column, 1, Integer::sum);
      }
    }
    if (!different.isEmpty()) {
      StringJoiner words = new StringJoiner("; ", ran.file() + ": ", "");
      for (Column column : different) {
        words.add(
            column.text()
                + " "
                + Row.found(column, ran.result())
                + ", expected "
                + expected.expected(column));
      }
      differences.add(words.toString());
    }
  }

  /** Whether every test with an expectation has a verdict, and the expected one. */
  public boolean isComplete() {
    return differences.isEmpty() && !missing;
  }

  /** One line a difference, one a construct that is not supported, and one of figures. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(differences);
    int skipped = 0;
    for (Map.Entry<String, List<String>> entry : unsupported.entrySet()) {
      List<String> files = entry.getValue();
      skipped += files.size();
      lines.add(
          "unsupported: "
              + entry.getKey()
              + " ("
              + count(files.size(), "test")
              + "): "
              + String.join(", ", files));
    }
    StringJoiner figures = new StringJoiner(", ", count(compared, "test") + " compared: ", "");
    agreeing.forEach(
        (column, number) -> figures.add(column.text() + " " + number + " of " + compared));
    lines.add(
        figures
            + "; unsupported "
            + skipped
            + (unexpected == 0 ? "" : "; without expectation " + unexpected));
    return lines;
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
