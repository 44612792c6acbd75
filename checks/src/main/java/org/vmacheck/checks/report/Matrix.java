package org.vmacheck.checks.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vmacheck.checks.engine.Verdict.Answer;
import org.vmacheck.checks.report.Table.Head;

/**
 * Claims down, releases across: one mark for all that was asked about a claim on a release.
 *
 * @param releases oldest first
 */
public record Matrix(List<String> releases, List<Row> rows) {

  /** What a cell says; of several verdicts that which is declared last. */
  public enum Mark {
    NOT_ASKED(".", "its pages say nothing of this release"),
    HOLDS("+", "holds"),
    QUESTION("?", "holds or violated, pinned as a question: no source says so"),
    VIOLATED("X", "violated, as a source says"),
    INCONCLUSIVE("~", "inconclusive: the budget ended first"),
    UNEXPECTED("!", "not what its page expects"),
    ERROR("E", "error: the engine could not do its work");

    private final String sign;
    private final String meaning;

    Mark(String sign, String meaning) {
      this.sign = sign;
      this.meaning = meaning;
    }

    /** As the JSON spells it: {@code not asked}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static Mark of(Result result) {
      if (result.standing() == Result.Standing.ENGINE_FAILED) {
        return ERROR;
      }
      if (result.verdict().answer() == Answer.INCONCLUSIVE) {
        return INCONCLUSIVE;
      }
      if (!result.isAsExpected()) {
        return UNEXPECTED;
      }
      if (result.question().isOpen()) {
        return QUESTION;
      }
      return result.verdict().answer() == Answer.HOLDS ? HOLDS : VIOLATED;
    }
  }

  /**
   * One claim.
   *
   * @param sentence of its first page
   * @param marks in the order of the releases
   */
  public record Row(String claim, String sentence, List<Mark> marks) {

    static Row of(String claim, List<Result> results, List<String> releases) {
      Map<String, Mark> worst = new TreeMap<>();
      results.forEach(
          result ->
              worst.merge(
                  result.question().kernel(),
                  Mark.of(result),
                  (one, other) -> one.compareTo(other) > 0 ? one : other));
      return new Row(
          claim,
          results.get(0).question().sentence(),
          releases.stream().map(one -> worst.getOrDefault(one, Mark.NOT_ASKED)).toList());
    }
  }

  /** Less room than this for the sentence, and it is left out. */
  private static final int SENTENCE = 30;

  /** The column of the ids, and what stands around three columns. */
  private static final int CLAIM = 5;

  private static final int BORDERS = 12;

  /** Of the results of releases as they were published, in the order of the claims' numbers. */
  public static Matrix of(List<Result> results, List<String> releases) {
    Map<String, List<Result>> claims =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    result -> result.question().subject(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Row> rows = new ArrayList<>();
    claims.forEach((claim, of) -> rows.add(Row.of(claim, of, releases)));
    rows.sort(Comparator.comparingInt((Row row) -> row.claim().length()).thenComparing(Row::claim));
    return new Matrix(List.copyOf(releases), List.copyOf(rows));
  }

  /**
   * The table, a legend of the marks in it, and how many claims have which, with a line break at
   * the end.
   *
   * @param width of the longest line; the sentence gets what the marks leave of it
   */
  public String text(int width) {
    int room = width - heading().length() - CLAIM - BORDERS;
    boolean sentence = room >= SENTENCE;
    List<Head> heads = new ArrayList<>();
    heads.add(Head.left("claim"));
    heads.add(Head.left(heading()));
    if (sentence) {
      heads.add(Head.left("sentence"));
    }
    List<String> marks = marks();
    List<List<String>> cells = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Stream<String> row = Stream.of(rows.get(i).claim(), marks.get(i));
      cells.add(
          (sentence ? Stream.concat(row, Stream.of(clipped(rows.get(i).sentence(), room))) : row)
              .toList());
    }
    return String.join("\n", new Table(heads, cells).lines(width)) + "\n\n" + legend();
  }

  private static String clipped(String sentence, int room) {
    return sentence.length() <= room ? sentence : sentence.substring(0, room - 3) + "...";
  }

  private String heading() {
    return String.join(" ", releases);
  }

  /** The marks of each row, each under the first letter of its release. */
  private List<String> marks() {
    List<String> lines = new ArrayList<>();
    for (Row row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < releases.size(); i++) {
        line.append(row.marks().get(i).sign);
        line.append(" ".repeat(releases.get(i).length()));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private String legend() {
    StringBuilder legend = new StringBuilder();
    for (Mark mark : Mark.values()) {
      long cells = rows.stream().flatMap(row -> row.marks().stream()).filter(mark::equals).count();
      if (cells > 0) {
        legend.append(String.format(Locale.ROOT, "  %s %5d  %s%n", mark.sign, cells, mark.meaning));
      }
    }
    return legend.toString();
  }
}
