package org.vmacheck.checks.litmus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vmacheck.checks.litmus.run.LitmusResult;

/**
 * What tests are expected to give: a CSV with the columns path (relative to the CSV), observation,
 * states and data_race (0 or 1).
 */
public final class Expectations {
  private static final String HEADER = "path,observation,states,data_race";
  private static final Set<String> OBSERVATIONS = Set.of("Never", "Sometimes", "Always");

  /** The columns that are compared. */
  public enum Column {
    OBSERVATION("observation"),
    STATES("states"),
    DATA_RACE("data race");

    private final String text;

    Column(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /** One line of the CSV. */
  public record Row(String observation, int states, boolean dataRace) {
    /** The columns in which a result is not as expected. */
    public List<Column> differences(LitmusResult result) {
      List<Column> columns = new ArrayList<>();
      for (Column column : Column.values()) {
        if (!expected(column).equals(found(column, result))) {
          columns.add(column);
        }
      }
      return columns;
    }

    /** The expected value of a column. */
    public String expected(Column column) {
      return switch (column) {
        case OBSERVATION -> observation;
        case STATES -> Integer.toString(states);
        case DATA_RACE -> dataRace ? "1" : "0";
      };
    }

    /** The value that a result has in a column. */
    public static String found(Column column, LitmusResult result) {
      return switch (column) {
        case OBSERVATION -> result.observation();
        case STATES -> Integer.toString(result.states().size());
        case DATA_RACE -> result.dataRace() ? "1" : "0";
      };
    }
  }

  /** The file is not such a CSV; the message says which line. */
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(Path file, int line, String what) {
      super(file + ":" + line + ": " + what);
    }
  }

  private final Map<Path, Row> rows = new LinkedHashMap<>();

  /**
   * Reads a CSV.
   *
   * @throws Malformed if it is not as it should be, or names a file that is not there
   */
  public static Expectations read(Path csv) throws IOException, Malformed {
    Expectations result = new Expectations();
    List<String> lines = Files.readAllLines(csv);
    if (lines.isEmpty() || !lines.get(0).strip().equals(HEADER)) {
      throw new Malformed(csv, 1, "expected the header " + HEADER);
    }
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        result.add(csv, i + 1, lines.get(i));
      }
    }
    return result;
  }

  private void add(Path csv, int line, String text) throws Malformed {
    String[] fields = text.strip().split(",", -1);
    if (fields.length != 4) {
      throw new Malformed(csv, line, "expected 4 fields, found " + fields.length);
    }
    if (!OBSERVATIONS.contains(fields[1])) {
      throw new Malformed(
          csv, line, "expected Never, Sometimes or Always, found '" + fields[1] + "'");
    }
    if (!fields[2].matches("[0-9]{1,9}")) {
      throw new Malformed(csv, line, "expected a number of states, found '" + fields[2] + "'");
    }
    if (!fields[3].matches("[01]")) {
      throw new Malformed(csv, line, "expected 0 or 1 for data_race, found '" + fields[3] + "'");
    }
    Path file = csv.toAbsolutePath().resolveSibling(fields[0]).normalize();
    if (!Files.exists(file)) {
      throw new Malformed(csv, line, "there is no file " + fields[0]);
    }
    Row row = new Row(fields[1], Integer.parseInt(fields[2]), fields[3].equals("1"));
    if (rows.put(file, row) != null) {
      throw new Malformed(csv, line, fields[0] + " stands there twice");
    }
  }

  /** What is expected of a file. */
  public Optional<Row> of(Path file) {
    return Optional.ofNullable(rows.get(file.toAbsolutePath().normalize()));
  }
}
