package org.vmacheck.checks.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.WordUtils;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.Counterexample.Step;

/**
 * The steps of a counterexample, top to bottom, each in the column of its thread: the operation,
 * indented below it the kernel function, below that its accesses, and the locks held wherever they
 * change.
 */
final class Interleaving {

  private static final String SEPARATOR = " | ";
  private static final String FUNCTION_INDENT = "  ";
  private static final String ACCESS_INDENT = "    ";
  private static final String MORE = "    ";
  private static final String NO_NUMBER = "    ";

  private final Counterexample counterexample;
  private final int columnWidth;
  private final List<String> lines = new ArrayList<>();
  private final Map<Integer, String> operations = new HashMap<>();
  private final Map<Integer, List<String>> locks = new HashMap<>();

  private Interleaving(Counterexample counterexample, int width) {
    this.counterexample = counterexample;
    int columns = Math.max(1, counterexample.threads().size());
    this.columnWidth = (width - NO_NUMBER.length() - (columns - 1) * SEPARATOR.length()) / columns;
  }

  /** Lines of at most {@code width} characters, without trailing blanks. */
  static List<String> of(Counterexample counterexample, int width) {
    Interleaving interleaving = new Interleaving(counterexample, width);
    interleaving.head();
    interleaving.steps();
    return interleaving.lines;
  }

  private void head() {
    List<String> cells = new ArrayList<>();
    List<String> rule = new ArrayList<>();
    for (String thread : counterexample.threads()) {
      cells.add(pad(thread));
      rule.add("-".repeat(columnWidth));
    }
    lines.add((NO_NUMBER + String.join(SEPARATOR, cells)).stripTrailing());
    lines.add(NO_NUMBER + String.join("-+-", rule));
  }

  private void steps() {
    int number = 0;
    Step last = null;
    for (Step step : counterexample.steps()) {
      number++;
      boolean switched = last == null || last.thread() != step.thread();
      boolean begun = !step.op().equals(operations.put(step.thread(), step.op()));
      if (begun) {
        cell(step.thread(), NO_NUMBER, "", step.op());
      }
      if (begun || switched || !last.function().equals(step.function())) {
        cell(step.thread(), NO_NUMBER, FUNCTION_INDENT, step.function() + "()");
      }
      cell(step.thread(), String.format("%3d ", number), ACCESS_INDENT, access(step));
      List<String> before = locks.put(step.thread(), step.locks());
      if (!step.locks().equals(before == null ? List.of() : before)) {
        cell(step.thread(), NO_NUMBER, ACCESS_INDENT, held(step.locks()));
      }
      last = step;
    }
  }

  private static String access(Step step) {
    String text = (step.access() + " " + step.location()).strip();
    return step.value().isEmpty() ? text : text + " = " + step.value();
  }

  private static String held(List<String> locks) {
    return locks.isEmpty() ? "[holds nothing]" : "[holds " + String.join(", ", locks) + "]";
  }

  /** Writes a text into the column of a thread, on as many lines as it needs. */
  private void cell(int thread, String number, String indent, String text) {
    String margin = number;
    String lead = indent;
    for (String part :
        WordUtils.wrap(text, Math.max(8, columnWidth - indent.length() - MORE.length()), "\n", true)
            .split("\n")) {
      StringBuilder line = new StringBuilder(margin);
      for (int column = 0; column < counterexample.threads().size(); column++) {
        line.append(column == 0 ? "" : SEPARATOR);
        line.append(pad(column == thread ? lead + part : ""));
      }
      lines.add(line.toString().stripTrailing());
      margin = NO_NUMBER;
      lead = indent + MORE;
    }
  }

  private String pad(String text) {
    String cut = text.length() > columnWidth ? text.substring(0, columnWidth) : text;
    return cut + " ".repeat(columnWidth - cut.length());
  }
}
