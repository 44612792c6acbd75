package org.vmacheck.checks.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vmacheck.checks.claims.Claim;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.Counterexample.Step;
import org.vmacheck.checks.engine.Engine;
import org.vmacheck.checks.engine.EngineFailure;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.Verdict.Answer;
import org.vmacheck.checks.races.Race;
import org.vmacheck.checks.scenario.Program;
import org.vmacheck.checks.scenario.Scenario;
import org.vmacheck.checks.scenario.Setup;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/** A small catalogue with engines whose answers are known. */
final class Fixtures {

  static final Scenario SCENARIO =
      new Scenario(
          "install-vs-mprotect",
          "madvise(MADV_GUARD_INSTALL) against mprotect",
          kernel -> new Program(List.of(), outcomes -> {}));

  static final Counterexample COUNTEREXAMPLE =
      new Counterexample(
          "INVARIANT",
          "C59: pte[0] of vma#1 is a guard marker and VM_MAYBE_GUARD is clear",
          List.of("mprotect", "madvise"),
          List.of(
              new Step(
                  0,
                  "mprotect(0, 4, READ)",
                  "do_mprotect_pkey",
                  "READ_ONCE",
                  "vma#1.vm_flags",
                  "0x73",
                  List.of("mmap_lock(write)")),
              new Step(
                  1,
                  "madvise(0, 1, GUARD_INSTALL)",
                  "guard_install",
                  "set_bit",
                  "vma#1.vm_flags",
                  "0x873",
                  List.of("vma#1(read)")),
              new Step(
                  0,
                  "mprotect(0, 4, READ)",
                  "mprotect_fixup",
                  "WRITE_ONCE",
                  "vma#1.vm_flags",
                  "0x71",
                  List.of("mmap_lock(write)", "vma#1(write)")),
              new Step(
                  0,
                  "mprotect(0, 4, READ)",
                  "mprotect_fixup",
                  "up_write",
                  "mmap_lock",
                  "",
                  List.of())),
          List.of(),
          "the engine's own words");

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
                    V6_19, V6_18, SCENARIO, new Race.Finding(KernelBug.Kind.INVARIANT, "C59")))),
        List.of(engines),
        Releases.all());
  }

  static final Release V6_18 = Releases.of("6.18");
  static final Release V6_19 = Releases.of("6.19");
}
