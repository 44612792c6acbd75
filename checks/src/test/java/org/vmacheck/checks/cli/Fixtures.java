package org.vmacheck.checks.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vmacheck.checks.claims.Claim;
import org.vmacheck.checks.engine.Access;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.Counterexample.Evidence;
import org.vmacheck.checks.engine.Counterexample.Step;
import org.vmacheck.checks.engine.Engine;
import org.vmacheck.checks.engine.EngineFailure;
import org.vmacheck.checks.engine.Finding;
import org.vmacheck.checks.engine.Location;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Value;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.Verdict.Answer;
import org.vmacheck.checks.races.Race;
import org.vmacheck.checks.scenario.Program;
import org.vmacheck.checks.scenario.Scenario;
import org.vmacheck.checks.scenario.Setup;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.lockdep.HeldLock;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/** A small catalogue with engines whose answers are known. */
final class Fixtures {

  static final Scenario SCENARIO =
      new Scenario(
          "install-vs-mprotect",
          "madvise(MADV_GUARD_INSTALL) against mprotect",
          kernel -> new Program(List.of(), outcomes -> {}));

  private static final HeldLock MMAP = new HeldLock("mm#1.mmap_lock", HeldLock.Mode.WRITE);
  private static final HeldLock VMA = new HeldLock("vma#1.vma_lock", HeldLock.Mode.READ);
  private static final Location FLAGS = Location.of("vma#1.vm_flags");

  static final Counterexample COUNTEREXAMPLE =
      new Counterexample(
          new Finding(KernelBug.Kind.INVARIANT, "guard_without_flag", Optional.empty()),
          "guard_without_flag: page 0 holds a guard marker, and VM_MAYBE_GUARD is clear",
          Evidence.ofCells(List.of(FLAGS)),
          List.of("mprotect", "madvise"),
          List.of(
              step(0, "do_mprotect_pkey", Access.LOAD, FLAGS, value(0x73), none(), 0, MMAP),
              step(
                  1,
                  "vma_flag_set_atomic",
                  Access.SET_BIT,
                  FLAGS,
                  value(0x73),
                  value(0x873),
                  1,
                  VMA),
              step(
                  0, "vm_flags_reset_once", Access.WRITE_ONCE, FLAGS, none(), value(0x71), 2, MMAP),
              step(
                  0,
                  "mmap_write_unlock",
                  Access.UP_WRITE,
                  Location.of("mm#1.mmap_lock"),
                  none(),
                  none(),
                  0,
                  MMAP)),
          List.of(),
          Optional.empty(),
          "the engine's own words");

  private static Step step(
      int thread,
      String function,
      Access access,
      Location location,
      Optional<Value> before,
      Optional<Value> after,
      int version,
      HeldLock held) {
    String op = thread == 0 ? "mprotect(0, 4, READ)" : "madvise(0, 1, GUARD_INSTALL)";
    return new Step(thread, op, function, access, location, before, after, version, List.of(held));
  }

  private static Optional<Value> value(long word) {
    return Optional.of(Value.ofWord(word, "0x" + Long.toHexString(word)));
  }

  private static Optional<Value> none() {
    return Optional.empty();
  }

  private Fixtures() {}

  /** Answers the same to every question, under all memory models. */
  record Fixed(String name, Verdict verdict) implements Engine {
    @Override
    public Verdict judge(Setup setup, Settings settings) {
      return verdict;
    }

    @Override
    public List<MemoryModelName> models() {
      return List.of(MemoryModelName.values());
    }
  }

  /** Has never an answer. */
  record Failing(String name) implements Engine {
    @Override
    public Verdict judge(Setup setup, Settings settings) {
      throw new EngineFailure("the canary passed: nothing was instrumented");
    }
  }

  /** Has a fault. */
  record Faulty(String name) implements Engine {
    @Override
    public Verdict judge(Setup setup, Settings settings) {
      throw new IllegalStateException("a fault\nof two lines");
    }
  }

  static Verdict holds() {
    return verdict(Answer.HOLDS, Optional.empty());
  }

  static Verdict violated() {
    return verdict(Answer.VIOLATED, Optional.of(COUNTEREXAMPLE));
  }

  static Verdict inconclusive() {
    return verdict(Answer.INCONCLUSIVE, Optional.empty());
  }

  private static Verdict verdict(Answer answer, Optional<Counterexample> counterexample) {
    return new Verdict(
        answer,
        true,
        21,
        6,
        Duration.ofMillis(3),
        "every execution of the scenario",
        counterexample);
  }

  /** The claims C1, expected to hold on 6.18, and C2, expected to be violated on 6.19. */
  static Catalogue catalogue(Engine... engines) {
    return new Catalogue(
        List.of(
            Claim.of("C1", "No guard is lost.", "a mail").in(SCENARIO, Claim.holdsOn(V6_18)),
            Claim.of("C2", "No flag is lost.", "a mail").in(SCENARIO, Claim.violatedOn(V6_19))),
        List.of(
            new Race(
                "guard-lost",
                "A1",
                "a guard marker is lost",
                new Race.Report(Race.Standing.DERIVED, "never", "-", "none", "a mail"),
                new Race.Reproduction(
                    V6_19,
                    V6_18,
                    SCENARIO,
                    new Race.Finding(KernelBug.Kind.INVARIANT, "guard_without_flag")))),
        List.of(engines),
        Releases.all());
  }

  static final Release V6_18 = Releases.of("6.18");
  static final Release V6_19 = Releases.of("6.19");
}
