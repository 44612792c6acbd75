package org.vmacheck.checks.hunt;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.model.release.Release;

/**
 * A question that is answered with a violation.
 *
 * @param number of the question in its space
 * @param verdict with its counterexample
 * @param broken what only a hunt asks for, if it is that
 */
record Find(
    long number,
    Question question,
    Release kernel,
    MemoryModelName model,
    Verdict verdict,
    Optional<Judge.Broken> broken) {

  Counterexample counterexample() {
    return verdict.counterexample().orElseThrow();
  }

  /** What went wrong, as an expectation names it. */
  String finding() {
    return counterexample().finding().toString();
  }

  /** The kinds of calls that met. */
  List<String> kinds() {
    return List.copyOf(
        question.calls().map(Vocabulary::kind).collect(Collectors.toCollection(TreeSet::new)));
  }

  /**
   * What tells it from others: what went wrong, where, and which two functions met. Where two steps
   * are at odds these are the functions that take them, else the calls.
   */
  String key() {
    List<Integer> steps = counterexample().evidence().steps();
    TreeSet<String> met = new TreeSet<>();
    steps.forEach(step -> met.add(counterexample().steps().get(step).function()));
    met.remove("");
    if (met.isEmpty()) {
      met.addAll(kinds());
    }
    return finding() + ": " + String.join(", ", met);
  }

  /** A page of one's own that expects it. What takes several ends to see waits for a condition. */
  String page() {
    String summary = "# " + counterexample().summary() + "\n";
    if (broken.isEmpty()) {
      return summary + question.text() + expecting(finding());
    }
    return summary
        + broken
            .get()
            .condition()
            .map(condition -> question.text(condition) + expecting(condition.finding()))
            .orElse(question.text() + "\n# found by hunt; say what must hold: forall ...\n");
  }

  private String expecting(String violated) {
    return "\nexpect "
        + kernel.name()
        + " "
        + model.text()
        + " question violated "
        + violated
        + "\n";
  }

  /** The name of its file. */
  String fileName() {
    return (finding() + "-" + String.join("-", kinds())).replace(' ', '_') + ".mm";
  }
}
