package org.vmacheck.checks.report;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.text.WordUtils;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.report.Condensed.Numbered;

/**
 * A counterexample as one would mail it to a kernel list: what is claimed, what was found and
 * where, one column a thread with the locks it holds, and the command that shows it again.
 */
public final class CounterexampleText {

  private static final String INDENT = "  ";
  private static final int LABEL = "Not shown: ".length();
  private static final String CONTINUED = " \\";

  private final int width;
  private final List<String> lines = new ArrayList<>();

  private CounterexampleText(int width) {
    this.width = width;
  }

  /**
   * The report with the steps that matter, with a line break at its end.
   *
   * @param width of the longest line, in columns
   */
  public static String of(Result result, Counterexample counterexample, int width) {
    Diagnosis diagnosis = Diagnosis.of(counterexample);
    return new CounterexampleText(width)
        .text(result, counterexample, diagnosis, Condensed.of(counterexample, diagnosis.numbers()));
  }

  /** The report with every step, and below it the engine's own text, which is as wide as it is. */
  public static String inFull(Result result, Counterexample counterexample, int width) {
    String engineText = counterexample.engineText().strip();
    return new CounterexampleText(width)
            .text(
                result,
                counterexample,
                Diagnosis.of(counterexample),
                Condensed.nothingLeftOut(counterexample))
        + (engineText.isEmpty() ? "" : "\n" + engineText + "\n");
  }

  private String text(
      Result result, Counterexample counterexample, Diagnosis diagnosis, List<Numbered> steps) {
    Question question = result.question();
    lines.add("-".repeat(width));
    lines.addAll(folded(title(question), width));
    lines.add("");
    paragraph(sentenceLabel(question), question.sentence());
    paragraph("Scenario:", question.scenario());
    paragraph("Finding:", finding(counterexample));
    if (question.isOpen()) {
      paragraph(
          "Standing:",
          "nobody has reported this. It is a question for the list, not a kernel bug: the model may"
              + " differ from the kernel.");
    }
    diagnosis.lines().forEach(line -> paragraph(line.label(), line.text()));
    lines.add("");
    lines.addAll(Interleaving.of(counterexample, steps, width));
    lines.add("");
    int leftOut = counterexample.steps().size() - steps.size();
    if (leftOut > 0) {
      paragraph(
          "Not shown:",
          leftOut
              + " loads and lock operations that no other thread interferes with; -v shows every"
              + " step.");
    }
    counterexample.notes().forEach(note -> paragraph("Note:", note));
    counterexample
        .replay()
        .ifPresentOrElse(
            execution -> command("Replay:", "replay " + question.address() + " " + execution),
            () -> command("Again:", question.command()));
    return String.join("\n", lines) + "\n";
  }

  private static String title(Question question) {
    String how = " (" + question.engine() + ", " + question.model().text() + ")";
    if (question.kind() != Question.Kind.RACE) {
      return question.id() + " is violated on " + question.kernel() + how;
    }
    boolean fixed = question.shouldHold();
    return question.subject()
        + (fixed ? " is not fixed on " : " reproduced on ")
        + question.kernel()
        + how;
  }

  private static String sentenceLabel(Question question) {
    return switch (question.kind()) {
      case CLAIM -> "Claim:";
      case RACE -> "Race:";
      case SCENARIO -> "Question:";
    };
  }

  private static String finding(Counterexample counterexample) {
    String form = counterexample.finding().toString();
    // the summary of an invariant begins with its name
    return counterexample.summary().startsWith(form + ":")
        ? counterexample.summary()
        : form + ": " + counterexample.summary();
  }

  private void paragraph(String label, String text) {
    labelled(label, folded(text.strip(), width - INDENT.length() - LABEL));
  }

  /** A command that may go on over several lines, as a shell reads it. */
  private void command(String label, String arguments) {
    int room = width - INDENT.length() - LABEL - CONTINUED.length();
    List<String> parts = folded("./vmacheck " + arguments, room);
    List<String> continued = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      continued.add(parts.get(i) + (i < parts.size() - 1 ? CONTINUED : ""));
    }
    labelled(label, continued);
  }

  private void labelled(String label, List<String> parts) {
    String head = label;
    for (String part : parts) {
      lines.add((INDENT + head + " ".repeat(LABEL - head.length()) + part).stripTrailing());
      head = "";
    }
  }

  private static List<String> folded(String text, int room) {
    return text.lines()
        .flatMap(line -> WordUtils.wrap(line, room, "\n", true).lines())
        .map(String::stripTrailing)
        .toList();
  }
}
