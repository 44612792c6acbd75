package org.vmacheck.checks.report;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.text.WordUtils;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.report.Condensed.Numbered;

/**
 * A counterexample as one would mail it to a kernel list: what is claimed, what went wrong, one
 * column a thread with the locks it holds, and the command that shows it again.
 */
public final class CounterexampleText {

  /** Of every line, in characters. */
  public static final int WIDTH = 116;

  private static final String INDENT = "  ";

  private CounterexampleText() {}

  /** The report with the steps that matter, with a line break at its end. */
  public static String of(Result result, Counterexample counterexample) {
    return of(result, counterexample, Condensed.of(counterexample));
  }

  /** The report with every step, and below it the engine's own text. */
  public static String inFull(Result result, Counterexample counterexample) {
    String engineText = counterexample.engineText().strip();
    return of(result, counterexample, Condensed.nothingLeftOut(counterexample))
        + (engineText.isEmpty() ? "" : "\n" + engineText + "\n");
  }

  private static String of(Result result, Counterexample counterexample, List<Numbered> steps) {
    Question question = result.question();
    List<String> lines = new ArrayList<>();
    lines.add("-".repeat(WIDTH));
    lines.add(
        question.id()
            + " is violated on "
            + question.kernel()
            + " ("
            + question.engine()
            + ", "
            + question.model().text()
            + ")");
    lines.add("");
    lines.addAll(paragraph("Claim:", question.sentence()));
    lines.addAll(paragraph("Scenario:", question.scenario()));
    lines.addAll(
        paragraph("Went wrong:", counterexample.finding() + ": " + counterexample.summary()));
    if (question.isOpen()) {
      lines.addAll(
          paragraph(
              "Standing:",
              "no report of this is known. It is a question to ask, not a kernel bug: the model"
                  + " may differ from the kernel."));
    }
    lines.add("");
    lines.addAll(Interleaving.of(counterexample, steps, WIDTH));
    lines.add("");
    int leftOut = counterexample.steps().size() - steps.size();
    if (leftOut > 0) {
      lines.addAll(
          paragraph(
              "Left out:",
              leftOut
                  + " loads and locks that no other thread interferes with; -v shows every step."));
    }
    for (String note : counterexample.notes()) {
      lines.addAll(paragraph("Note:", note));
    }
    lines.addAll(paragraph("Replay:", "./vmacheck " + question.replay()));
    return String.join("\n", lines) + "\n";
  }

  private static List<String> paragraph(String head, String text) {
    int column = "Went wrong: ".length();
    String wrapped = WordUtils.wrap(text.strip(), WIDTH - INDENT.length() - column, "\n", false);
    List<String> lines = new ArrayList<>();
    String label = head;
    for (String line : wrapped.split("\n")) {
      lines.add(INDENT + label + " ".repeat(column - label.length()) + line);
      label = "";
    }
    return lines;
  }
}
