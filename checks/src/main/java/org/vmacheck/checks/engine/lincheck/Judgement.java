package org.vmacheck.checks.engine.lincheck;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.Counterexample.Evidence;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.scenario.KernelThread;
import org.vmacheck.checks.scenario.Program;
import org.vmacheck.checks.scenario.Setup;

/**
 * One program under judgement: its runs, one after another, and what they showed. Lincheck makes
 * the tested instances and the verifier itself, by class; they find their judgement through {@link
 * UnderWay}.
 */
final class Judgement {

  /** Thrown through Lincheck to end it between two invocations. */
  static final class BudgetEnded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BudgetEnded() {
      super(null, null, false, false);
    }
  }

  private static final Duration BETWEEN_REPORTS = Duration.ofMillis(250);

  private final Setup setup;
  private final Settings settings;
  private final long startedAt = System.nanoTime();
  private long reportedAt = startedAt;
  private long invocations;
  private KernelRun run;
  private Optional<Findings.Met> finding = Optional.empty();

  Judgement(Setup setup, Settings settings) {
    this.setup = setup;
    this.settings = settings;
  }

  /** The program's threads and operations, for the scenario that Lincheck is to run. */
  List<KernelThread> threads() {
    return new KernelRun(setup, new SwitchPoints(), StepRecorder.off()).program().threads();
  }

  /** An invocation begins. The one after a failure is Lincheck's second look at the same. */
  void begin(SwitchPoints points) {
    StepRecorder recorder = finding.isPresent() ? StepRecorder.on() : StepRecorder.off();
    run = new KernelRun(setup, points, recorder);
  }

  long call(int thread, int operation) {
    return run.call(thread, operation);
  }

  /** An invocation has ended: whether all is well. */
  boolean verify() {
    invocations++;
    finding = run.judge();
    if (finding.isPresent()) {
      return false;
    }
    long now = System.nanoTime();
    if (now - reportedAt > BETWEEN_REPORTS.toNanos()) {
      reportedAt = now;
      settings.progress().executions(invocations);
    }
    if (now - startedAt > settings.budget().toNanos()) {
      throw new BudgetEnded();
    }
    return true;
  }

  long invocations() {
    return invocations;
  }

  Duration time() {
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }

  /** The failure, if there was one, as the last run saw it. */
  Optional<Counterexample> counterexample(String engineText) {
    return finding.map(
        found ->
            new Counterexample(
                found.finding(),
                found.sentence(),
                Evidence.NONE,
                run.program().threads().stream().map(KernelThread::name).toList(),
                run.steps(),
                List.of(),
                Optional.empty(),
                engineText));
  }

  Program program() {
    return run.program();
  }
}
