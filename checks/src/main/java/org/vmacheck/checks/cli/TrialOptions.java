package org.vmacheck.checks.cli;

import java.time.Duration;
import java.util.List;
import org.vmacheck.checks.engine.explore.ExploreEngine;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.mutants.Mutation;
import org.vmacheck.checks.mutants.Reached;
import org.vmacheck.checks.mutants.Trial;
import org.vmacheck.model.release.Releases;
import picocli.CommandLine.Option;

/** The options of the commands that weaken the model. */
final class TrialOptions {

  @Option(
      names = "--budget",
      paramLabel = "T",
      converter = Budget.class,
      defaultValue = "10s",
      description = "Time for each page and step: 500ms, 30s, 5m (default: ${DEFAULT-VALUE}).")
  private Duration budget;

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      description = "Processors to use (default: all).")
  private int jobs = Runtime.getRuntime().availableProcessors();

  int jobs() {
    if (jobs < 1) {
      throw new InputException("-j " + jobs + ": at least one processor is needed");
    }
    return jobs;
  }

  Trial trial(Catalogue catalogue) {
    return new Trial(new ExploreEngine(), Releases.newest(), catalogue.book().pages(), budget);
  }

  /**
   * The steps that the words choose.
   *
   * @throws InputException if there is none
   */
  List<Reached> chosen(Trial trial, List<String> words) {
    List<Reached> all = trial.reached();
    List<Reached> chosen = all.stream().filter(one -> matches(one.mutation(), words)).toList();
    if (chosen.isEmpty()) {
      throw new InputException(
          "no page comes by a step with '"
              + String.join("' and '", words)
              + "'; see: vmacheck mutants --list");
    }
    return chosen;
  }

  private static boolean matches(Mutation mutation, List<String> words) {
    String text = mutation.place() + " " + mutation.weakening().text() + " " + mutation.site();
    return words.stream().allMatch(text::contains);
  }
}
