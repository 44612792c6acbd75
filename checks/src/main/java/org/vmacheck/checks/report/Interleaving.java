package org.vmacheck.checks.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.text.WordUtils;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.Counterexample.Step;
import org.vmacheck.checks.report.Condensed.Numbered;
import org.vmacheck.model.memory.lockdep.HeldLock;

/**
 * The steps of a counterexample, top to bottom, each in the column of its thread: the operation,
 * indented below it the kernel function, below that its accesses, alike ones on one line. What a
 * thread holds is said before a function wherever it has changed.
 */
final class Interleaving {

  private static final String SEPARATOR = " | ";
  private static final int NARROW = 45;
  // no line ends between a cell and its value
  private static final String EQUALS = "\u00a0=\u00a0";
  private static final String NO_NUMBER = "    ";

  private final Counterexample counterexample;
  private final List<Integer> columns;
  private final int columnWidth;
  private final String functionIndent;
  private final String accessIndent;
  private final String more;
  private final List<String> lines = new ArrayList<>();
  private final Map<Integer, String> operations = new HashMap<>();
  private final Map<Integer, List<HeldLock>> held = new HashMap<>();

  private Interleaving(Counterexample counterexample, List<Numbered> steps, int width) {
    this.counterexample = counterexample;
    // a thread without a step needs no column
    this.columns = steps.stream().map(one -> one.step().thread()).distinct().sorted().toList();
    int count = Math.max(1, columns.size());
    this.columnWidth = (width - NO_NUMBER.length() - (count - 1) * SEPARATOR.length()) / count;
    this.functionIndent = columnWidth < NARROW ? " " : "  ";
    this.accessIndent = functionIndent + functionIndent;
    this.more = accessIndent;
  }

  /**
   * Lines of at most {@code width} characters, without trailing blanks.
   *
   * @param steps the ones to show
   */
  static List<String> of(Counterexample counterexample, List<Numbered> steps, int width) {
    Interleaving interleaving = new Interleaving(counterexample, steps, width);
    interleaving.head();
    interleaving.steps(steps);
    return interleaving.lines;
  }

  private void head() {
    List<String> cells = new ArrayList<>();
    List<String> rule = new ArrayList<>();
    for (int thread : columns) {
      cells.add(pad(counterexample.threads().get(thread)));
      rule.add("-".repeat(columnWidth));
    }
    lines.add((NO_NUMBER + String.join(SEPARATOR, cells)).stripTrailing());
    lines.add(NO_NUMBER + String.join("-+-", rule));
  }

  private void steps(List<Numbered> steps) {
    int next = 0;
    Step last = null;
    while (next < steps.size()) {
      Step step = steps.get(next).step();
      boolean switched = last == null || last.thread() != step.thread();
      boolean begun = !step.op().equals(operations.put(step.thread(), step.op()));
      if (begun && !step.op().isEmpty()) {
        cell(step.thread(), NO_NUMBER, "", step.op());
      }
      if (begun || switched || !last.function().equals(step.function())) {
        held(step.thread(), steps.get(next).held());
        if (!step.function().isEmpty()) {
          cell(step.thread(), NO_NUMBER, functionIndent, step.function() + "()");
        }
      }
      int end = alike(steps, next);
      String number = String.format("%3d ", steps.get(next).number());
      cell(step.thread(), number, accessIndent, accesses(steps.subList(next, end)));
      last = steps.get(end - 1).step();
      next = end;
    }
  }

  /** Says which locks a thread holds if that is not what was said of it last. */
  private void held(int thread, List<HeldLock> locks) {
    List<HeldLock> said = held.put(thread, locks);
    if (!locks.equals(said == null ? List.of() : said)) {
      cell(thread, NO_NUMBER, functionIndent, "[holds " + Locks.text(locks) + "]");
    }
  }

  /** Where the run of loads (or of another access) that begins here ends. */
  private static int alike(List<Numbered> steps, int begin) {
    Step first = steps.get(begin).step();
    int end = begin + 1;
    while (end < steps.size() && isAlike(first, steps.get(end).step())) {
      end++;
    }
    return end;
  }

  private static boolean isAlike(Step first, Step other) {
    return other.thread() == first.thread()
        && other.op().equals(first.op())
        && other.function().equals(first.function())
        && other.access().equals(first.access())
        && other.locks().equals(first.locks());
  }

  private static String accesses(List<Numbered> alike) {
    String what =
        alike.stream().map(one -> place(one.step())).distinct().collect(Collectors.joining(", "));
    return (alike.get(0).step().access() + " " + what).strip();
  }

  private static String place(Step step) {
    String values = step.values();
    boolean saysAll = values.isEmpty() || step.access().isLock();
    return saysAll ? step.location().toString() : step.location() + EQUALS + values;
  }

  /** Writes a text into the column of a thread, on as many lines as it needs. */
  private void cell(int thread, String number, String indent, String text) {
    String margin = number;
    int room = columnWidth - indent.length();
    int folded = text.length() <= room ? room : Math.max(8, room - more.length());
    // where a column is very narrow, the words come before the indentation
    int most = Math.max(0, columnWidth - folded);
    String lead = atMost(indent, most);
    for (String part : WordUtils.wrap(text, folded, "\n", true).split("\n")) {
      StringBuilder line = new StringBuilder(margin);
      for (int column = 0; column < columns.size(); column++) {
        line.append(column == 0 ? "" : SEPARATOR);
        line.append(pad(columns.get(column) == thread ? lead + part.replace('\u00a0', ' ') : ""));
      }
      lines.add(line.toString().stripTrailing());
      margin = NO_NUMBER;
      lead = atMost(indent + more, most);
    }
  }

  private static String atMost(String blanks, int length) {
    return blanks.substring(0, Math.min(blanks.length(), length));
  }

  private String pad(String text) {
    String cut = text.length() > columnWidth ? text.substring(0, columnWidth) : text;
    return cut + " ".repeat(columnWidth - cut.length());
  }
}
