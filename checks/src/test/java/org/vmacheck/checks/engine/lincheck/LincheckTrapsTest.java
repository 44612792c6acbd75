package org.vmacheck.checks.engine.lincheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;

/**
 * What Lincheck 3.7 does that one would not expect, each as a test, so that a newer Lincheck that
 * does better is noticed, and so that nobody walks into it again. Two more are in {@link
 * LincheckEngineTest}: that it does not say when it has seen everything, and that it passes what it
 * cannot instrument.
 */
class LincheckTrapsTest {

  /**
   * The false negative. {@code VarHandle.getAndBitwiseOr} is not among the methods that Lincheck
   * knows as atomic, so it never switches threads in front of one: two threads that look for the
   * other's flag and then set their own seem never to set both. The same algorithm with its
   * accesses through {@link LincheckMemory} is refuted.
   */
  @Test
  void lincheckPassesRacyCodeThatSetsItsFlagWithGetAndBitwiseOr() {
    VerdictOfRace bare = raceOf(BareBitwiseOr.class);
    assertThat(bare).isEqualTo(VerdictOfRace.PASSED);
    assertThat(raceOf(CompareAndSetLoop.class)).isEqualTo(VerdictOfRace.REFUTED);

    Verdict ours =
        new LincheckEngine()
            .judge(
                memory -> {
                  var flags = memory.word("flags", 0);
                  return Programs.of(
                      Programs.never("1 1", 2),
                      () -> (flags.readOnce() & 2) == 0 ? 1 - (flags.fetchOr(1) & 1) : 0,
                      () -> (flags.readOnce() & 1) == 0 ? 1 - (flags.fetchOr(2) >> 1 & 1) : 0);
                },
                Settings.defaults());
    assertThat(ours.answer()).isEqualTo(Verdict.Answer.VIOLATED);
  }

  private enum VerdictOfRace {
    PASSED,
    REFUTED
  }

  private static VerdictOfRace raceOf(Class<?> flags) {
    ModelCheckingOptions options =
        together(flags, "a", "b").sequentialSpecification(Exclusive.class);
    try {
      options.check(flags);
      return VerdictOfRace.PASSED;
    } catch (LincheckAssertionError e) {
      return VerdictOfRace.REFUTED;
    }
  }

  /** Each sets its flag unless the other is set. */
  public static class Exclusive {
    private int set;

    public boolean a() {
      boolean free = set == 0;
      set = free ? 1 : set;
      return free;
    }

    public boolean b() {
      boolean free = set == 0;
      set = free ? 2 : set;
      return free;
    }
  }

  /** A flags word and how a thread gets at it. */
  public abstract static class Flags {
    static final VarHandle BITS = handle();

    volatile long bits;

    private static VarHandle handle() {
      try {
        return MethodHandles.lookup().findVarHandle(Flags.class, "bits", long.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    abstract void or(long mask);

    @Operation
    public boolean a() {
      return setUnless(1, 2);
    }

    @Operation
    public boolean b() {
      return setUnless(2, 1);
    }

    private boolean setUnless(long mine, long other) {
      if ((bits & other) != 0) {
        return false;
      }
      or(mine);
      return true;
    }
  }

  /** Lincheck never stops in front of the or. */
  public static final class BareBitwiseOr extends Flags {
    @Override
    void or(long mask) {
      BITS.getAndBitwiseOr(this, mask);
    }
  }

  /** Lincheck stops in front of each access. */
  public static final class CompareAndSetLoop extends Flags {
    @Override
    void or(long mask) {
      long before = bits;
      while (!BITS.compareAndSet(this, before, before | mask)) {
        before = bits;
      }
    }
  }

  /**
   * Lincheck tries the operations of the specification one after another, in orders of its own, on
   * one thread, and waits for ever if one of them waits. So operations here are whole critical
   * sections, and {@link AddressSpaceSpec} has nothing that could wait.
   */
  @Test
  void aSpecificationThatWaitsHangsTheVerifier() throws InterruptedException {
    Thread lincheck =
        new Thread(
            () ->
                together(Semaphore.class, "acquire", "release")
                    .sequentialSpecification(WaitingSemaphore.class)
                    .check(Semaphore.class));
    lincheck.start();
    WaitingSemaphore.WAITS.await();
    assertThat(lincheck.isAlive()).isTrue();
    WaitingSemaphore.MAY_GO_ON.countDown();
    lincheck.join();
  }

  /** Acquire and release as two operations. */
  public static final class Semaphore {
    private boolean free;

    @Operation
    public synchronized void acquire() throws InterruptedException {
      while (!free) {
        wait();
      }
      free = false;
    }

    @Operation
    public synchronized void release() {
      free = true;
      notifyAll();
    }
  }

  /** The same as a specification, with somebody outside to let it go on. */
  public static final class WaitingSemaphore {
    static final CountDownLatch WAITS = new CountDownLatch(1);
    static final CountDownLatch MAY_GO_ON = new CountDownLatch(1);

    private boolean free;

    public void acquire() throws InterruptedException {
      if (!free) {
        WAITS.countDown();
        MAY_GO_ON.await();
      }
      free = false;
    }

    public void release() {
      free = true;
    }
  }

  /** Even one over local variables alone. So the bound is set wherever Lincheck sees a loop. */
  @Test
  void aLoopOfMoreThanFiftyTurnsIsTakenForALivelock() {
    assertThatThrownBy(() -> together(Counting.class, "sixty", "sixty").check(Counting.class))
        .isInstanceOf(LincheckAssertionError.class)
        .hasMessageContaining("hung");
    together(Counting.class, "sixty", "sixty").loopBound(1_000).check(Counting.class);
  }

  /** Counts to sixty. */
  public static final class Counting {
    @Operation
    public int sixty() {
      int count = 0;
      for (int i = 0; i < 60; i++) {
        count++;
      }
      return count;
    }
  }

  /** One operation in each of two threads, all interleavings. */
  private static ModelCheckingOptions together(Class<?> tested, String one, String other) {
    return new ModelCheckingOptions()
        .iterations(0)
        .addCustomScenario(
            new ExecutionScenario(
                List.of(),
                List.of(List.of(actor(tested, one)), List.of(actor(tested, other))),
                List.of(),
                null));
  }

  private static Actor actor(Class<?> tested, String operation) {
    try {
      return new Actor(tested.getMethod(operation), List.of());
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
