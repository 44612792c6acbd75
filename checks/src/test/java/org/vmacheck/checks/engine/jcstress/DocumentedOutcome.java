package org.vmacheck.checks.engine.jcstress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A row of the table in docs/stress.md.
 *
 * @param outcome as JCStress writes it
 * @param count how often x86 showed it
 * @param model the strongest one that allows it, or {@code never}
 */
record DocumentedOutcome(String outcome, long count, String model) {

  private static final int CELLS = 5;

  /**
   * The outcomes of one test.
   *
   * @param test without the package
   */
  static Map<String, DocumentedOutcome> of(Path document, String test) throws IOException {
    Map<String, DocumentedOutcome> rows = new TreeMap<>();
    String current = "";
    for (String line : Files.readAllLines(document)) {
      String[] cells = line.startsWith("|") ? line.substring(1).split("\\|") : new String[0];
      if (cells.length != CELLS || !cells[2].strip().matches("[\\d,]+")) {
        continue;
      }
      if (!cells[0].isBlank()) {
        current = cells[0].strip().replace("`", "");
      }
      if (current.equals(test)) {
        String outcome = cells[1].strip();
        long count = Long.parseLong(cells[2].strip().replace(",", ""));
        rows.put(outcome, new DocumentedOutcome(outcome, count, cells[4].strip()));
      }
    }
    return rows;
  }
}
