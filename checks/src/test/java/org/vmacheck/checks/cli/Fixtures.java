package org.vmacheck.checks.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vmacheck.checks.book.Book;
import org.vmacheck.checks.book.PageReader;
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
import org.vmacheck.checks.scenario.Setup;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.lockdep.HeldLock;

/** A small catalogue with engines whose answers are known. */
final class Fixtures {

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
    return new Step(
        thread, op, List.of(function), access, location, before, after, version, List.of(held));
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

  /** A thread met an exception of Java. */
  static Verdict exception() {
    Counterexample found =
        new Counterexample(
            Finding.of(KernelBug.Kind.EXCEPTION),
            "java.lang.NullPointerException in P0",
            Evidence.NONE,
            List.of("P0"),
            List.of(),
            List.of(),
            Optional.empty(),
            "");
    return verdict(Answer.VIOLATED, Optional.of(found));
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

  private static final String THREADS =
      """
      init { mmap(0, 2, PROT_READ|PROT_WRITE); }
      P0 { madvise(0, 1, MADV_GUARD_INSTALL); }
      P1 { mprotect(0, 2, PROT_READ); }
      forall guard(0)
      """;

  /**
   * The claims C1, expected to hold on 6.18, and under SC on 7.3, and C2, expected to be violated
   * on 6.19; the race A1, which 6.19 has and 6.18 has not.
   */
  static Catalogue catalogue(Engine... engines) {
    return new Catalogue(
        new Book(
            List.of(
                PageReader.read(
                    "book/flags/C1-first.mm",
                    "claim C1 \"No guard is lost.\" source a mail\n"
                        + THREADS
                        + "expect 6.18 holds\n"
                        + "expect 7.3 sc holds"),
                PageReader.read(
                    "book/flags/C2-second.mm",
                    "claim C2 \"No flag is lost.\" source a mail\n"
                        + THREADS
                        + "expect 6.19 violated guard_without_flag"),
                PageReader.read(
                    "book/flags/A1-third.mm",
                    "race A1 \"a guard marker is lost\" reported never; fixed 6.18\n"
                        + THREADS
                        + "expect 6.18 holds\n"
                        + "expect 6.19 violated guard_without_flag"))),
        List.of(engines));
  }
}
