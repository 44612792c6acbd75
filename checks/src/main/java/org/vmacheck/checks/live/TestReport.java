package org.vmacheck.checks.live;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an exported program prints.
 *
 * @param kernel release of the kernel that it ran on, empty if it did not get so far
 * @param outcomes in the order in which they were first seen
 * @param finding what went wrong first, or {@code exists} for what the page looks for; empty if
 *     there was nothing
 * @param lost in how many rounds there was something
 * @param firstLost the first of them
 * @param skipped why it did not run, or what it did not find; empty if it answers
 * @param ended whether it got to its last line
 */
public record TestReport(
    String kernel,
    List<Outcome> outcomes,
    long rounds,
    double seconds,
    String finding,
    long lost,
    long firstLost,
    String skipped,
    boolean ended) {

  /**
   * One way for a round to end.
   *
   * @param first the round that showed it first
   */
  public record Outcome(String text, long count, long first) {
    private static Outcome of(Matcher line) {
      return new Outcome(
          line.group(3), Long.parseLong(line.group(1)), Long.parseLong(line.group(2)));
    }
  }

  private static final Pattern OUTCOME = Pattern.compile("# outcome (\\d+) (\\d+) (.*)");
  private static final Pattern ROUNDS = Pattern.compile("# rounds (\\d+) seconds ([0-9.]+)");
  private static final Pattern KERNEL = Pattern.compile("# kernel (\\S+)");
  private static final Pattern SKIP = Pattern.compile("ok 1\\b.*# SKIP (.*)");
  private static final Pattern LOST =
      Pattern.compile("(?:not )?ok 1 - .*: (\\S+) in (\\d+) of \\d+ rounds, first at (\\d+)");

  public TestReport {
    outcomes = List.copyOf(outcomes);
  }

  /** Of a program that did not come to its end. */
  public static TestReport unfinished(String kernel) {
    return new TestReport(kernel, List.of(), 0, 0, "", 0, 0, "", false);
  }

  /** How long it took to see something go wrong; rounds take about the same time each. */
  public double secondsToFirstLost() {
    return rounds == 0 ? 0 : seconds * firstLost / rounds;
  }

  /** Reads TAP; lines that say nothing here are passed over. */
  public static TestReport parse(List<String> lines) {
    Optional<Matcher> rounds = first(ROUNDS, lines);
    Optional<Matcher> lost = first(LOST, lines);
    return new TestReport(
        first(KERNEL, lines).map(kernel -> kernel.group(1)).orElse(""),
        lines.stream().map(OUTCOME::matcher).filter(Matcher::matches).map(Outcome::of).toList(),
        rounds.map(line -> Long.parseLong(line.group(1))).orElse(0L),
        rounds.map(line -> Double.parseDouble(line.group(2))).orElse(0.0),
        lost.map(line -> line.group(1)).orElse(""),
        lost.map(line -> Long.parseLong(line.group(2))).orElse(0L),
        lost.map(line -> Long.parseLong(line.group(3))).orElse(0L),
        first(SKIP, lines).map(skip -> skip.group(1)).orElse(""),
        lines.stream().anyMatch(line -> line.startsWith("ok 1") || line.startsWith("not ok 1")));
  }

  private static Optional<Matcher> first(Pattern pattern, List<String> lines) {
    return lines.stream().map(pattern::matcher).filter(Matcher::matches).findFirst();
  }
}
