package org.vmacheck.checks.engine.lincheck;

import java.util.List;
import java.util.Optional;
import org.vmacheck.checks.engine.Counterexample.Step;
import org.vmacheck.checks.scenario.KernelThread;
import org.vmacheck.checks.scenario.Operation;
import org.vmacheck.checks.scenario.Program;
import org.vmacheck.checks.scenario.Setup;
import org.vmacheck.model.memory.KernelBug;

/** One run of a program on a memory of its own. */
final class KernelRun {

  private final KernelTasks tasks = KernelTasks.closed();
  private final Findings findings = new Findings();
  private final StepRecorder recorder;
  private final LincheckMemory memory;
  private final Program program;
  private final long[][] outcomes;

  /** Brings the program into its initial state. Lincheck does not look yet. */
  KernelRun(Setup setup, SwitchPoints points, StepRecorder recorder) {
    this.recorder = recorder;
    this.memory = new LincheckMemory(points, tasks, findings, recorder);
    this.program = setup.prepare(memory);
    this.outcomes =
        program.threads().stream()
            .map(thread -> new long[thread.operations().size()])
            .toArray(long[][]::new);
    tasks.start(program.threads().stream().map(KernelThread::name).toList());
  }

  Program program() {
    return program;
  }

  List<Step> steps() {
    return recorder.steps();
  }

  /**
   * Runs one operation. What ends Lincheck's own threads passes through; everything else becomes a
   * finding.
   */
  long call(int thread, int operation) {
    KernelTask task = tasks.get(thread);
    tasks.as(task, () -> run(task, operation));
    return outcomes[thread][operation];
  }

  private void run(KernelTask task, int index) {
    List<Operation> operations = program.threads().get(task.index).operations();
    Operation operation = operations.get(index);
    task.operation = operation.label();
    try {
      findings.stopIfAny();
      outcomes[task.index][index] = operation.body().getAsLong();
      task.lockdep.sysExit();
      if (index == operations.size() - 1) {
        memory.finished(task);
      }
    } catch (KernelBug bug) {
      found(Findings.Met.in(task, bug));
    } catch (Findings.RunIsOver over) {
      task.finished = true;
    } catch (RuntimeException e) {
      found(Findings.Met.in(task, e));
    }
  }

  private void found(Findings.Met met) {
    met.task().ifPresent(task -> task.finished = true);
    findings.add(met);
    memory.changed();
  }

  /** What this run showed: a finding on the way, or the property at its end. */
  Optional<Findings.Met> judge() {
    if (findings.first().isEmpty()) {
      try {
        program.property().check((thread, operation) -> outcomes[thread][operation]);
      } catch (KernelBug bug) {
        findings.add(Findings.Met.atTheEnd(bug));
      }
    }
    return findings.first();
  }
}
