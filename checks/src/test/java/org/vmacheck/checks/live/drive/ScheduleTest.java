package org.vmacheck.checks.live.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vmacheck.checks.engine.Access;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.Counterexample.Step;
import org.vmacheck.checks.engine.Finding;
import org.vmacheck.checks.engine.Location;
import org.vmacheck.model.memory.KernelBug.Kind;

/** An execution told in as few turns as it can be, and where threads are held in it. */
class ScheduleTest {

  private static Step step(int thread, Access access, String cell, String... path) {
    return new Step(
        thread,
        "call",
        List.of(path),
        access,
        Location.of(cell),
        Optional.empty(),
        Optional.empty(),
        0,
        List.of());
  }

  private static List<Schedule.Run> runs(Step... steps) {
    return new Schedule(List.of(steps)).runs();
  }

  private static Optional<DelayPlan> plan(Step... steps) {
    return Planner.of(
        new Counterexample(
            new Finding(Kind.INVARIANT, "vm_flags", Optional.of(Location.of("x"))),
            "",
            Counterexample.Evidence.NONE,
            List.of("P0", "P1"),
            List.of(steps),
            List.of(),
            Optional.empty(),
            ""));
  }

  @Test
  void stepsThatDoNotInterfereChangePlaces() {
    assertThat(
            runs(
                step(0, Access.LOAD, "x"),
                step(1, Access.LOAD, "x"),
                step(0, Access.STORE, "y"),
                step(1, Access.STORE, "z")))
        .hasSize(2);
  }

  @Test
  void aLostUpdateTakesThreeTurns() {
    List<Schedule.Run> runs =
        runs(
            step(0, Access.LOAD, "x"),
            step(1, Access.LOAD, "x"),
            step(1, Access.STORE, "x"),
            step(0, Access.STORE, "x"));
    assertThat(runs).extracting(Schedule.Run::thread).containsExactly(0, 1, 0);
  }

  @Test
  void readersOfALockDoNotInterfere() {
    assertThat(
            runs(
                step(0, Access.DOWN_READ, "lock"),
                step(1, Access.DOWN_READ, "lock"),
                step(0, Access.UP_READ, "lock"),
                step(1, Access.UP_READ, "lock")))
        .hasSize(2);
  }

  @Test
  void aThreadIsHeldBetweenWhatTheOthersNeedAndWhatNeedsThem() {
    assertThat(
            plan(
                step(0, Access.LOAD, "mine", "syscall"),
                step(0, Access.LOAD, "x", "syscall", "reads"),
                step(0, Access.LOAD, "mine", "syscall", "prepares", "deep"),
                step(1, Access.STORE, "x", "other"),
                step(0, Access.STORE, "x", "syscall", "stores")))
        .hasValueSatisfying(
            plan ->
                assertThat(plan)
                    .hasToString(
                        "P0 to prepares or to stores or to deep or past reads or past prepares"
                            + " or past deep, P1 to end, P0 to end"));
  }

  @Test
  void aFunctionThatWasEnteredBeforeInTheTurnHoldsNobody() {
    assertThat(
            plan(
                step(0, Access.LOAD, "mine", "syscall", "helper"),
                step(0, Access.LOAD, "x", "syscall"),
                step(1, Access.STORE, "x", "other"),
                step(0, Access.STORE, "x", "syscall", "helper", "stores")))
        .hasValueSatisfying(
            plan -> assertThat(plan).hasToString("P0 to stores, P1 to end, P0 to end"));
  }

  @Test
  void withoutAFunctionInBetweenThereIsNoPlan() {
    assertThat(
            plan(
                step(0, Access.LOAD, "x", "syscall"),
                step(1, Access.STORE, "x", "other"),
                step(0, Access.STORE, "x", "syscall")))
        .isEmpty();
  }
}
