package org.vmacheck.checks.engine.lincheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vmacheck.checks.engine.lincheck.AddressSpaceSpec.PAGES;
import static org.vmacheck.model.ops.UserAccess.SIGSEGV;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.scenario.Program;
import org.vmacheck.checks.syscall.Advice;
import org.vmacheck.model.release.Releases;

/**
 * Where operations of the kernel are not linearizable, which Lincheck must see, and what they
 * promise instead, which Lincheck must not refute.
 */
class LinearizabilityLimitsTest {

  /** Table by table, each under its ptl: in between, a part of the range is guarded. */
  @Test
  void guardInstallOfSeveralPagesIsNotAtomicPerCall() {
    refuted(
        init(),
        thread(actor("guardInstall", 1, 2)),
        thread(actor("touch", 1), actor("touch", 2)),
        "pages 1 and 2 have different tables");
  }

  /** Claim C76. */
  @Test
  void butWhenItReturnsThePagesAreGuardedWhateverFaultsCameBetween() {
    holds(
        on ->
            Programs.of(
                end -> {
                  assertThat(touch(on, 1)).isEqualTo(SIGSEGV);
                  assertThat(touch(on, 2)).isEqualTo(SIGSEGV);
                },
                () -> on.call(Calls.madvise(1, 2, Advice.MADV_GUARD_INSTALL)),
                () -> touch(on, 1) + on.call(Calls.write(2, 5))));
  }

  /** What is there is zapped first, and a fault may find the empty page before the guard does. */
  @Test
  void guardInstallEmptiesThePageBeforeItIsAGuard() {
    refuted(
        init(actor("write", 0, 7)),
        thread(actor("guardInstall", 0, 1)),
        thread(actor("read", 0)),
        "0 is neither before nor after");
  }

  /** The VMA is gone from the tree, and the lock downgraded, before the entries are. */
  @Test
  void munmapIsNotOneInstantForWhoAsksTheTreeAndThenTouchesThePage() {
    refuted(
        init(actor("touch", 0)),
        thread(actor("munmap", 0, 1)),
        thread(actor("smaps", 0), actor("touch", 0)),
        "not mapped, and readable");
  }

  @Test
  void butWhenItReturnsThePageIsNotReachable() {
    holds(
        on -> {
          touch(on, 0);
          return Programs.of(
              end -> assertThat(end.of(0, 0)).isEqualTo(SIGSEGV),
              () -> on.call(Calls.munmap(0, 1)) + touch(on, 0),
              () -> touch(on, 0));
        });
  }

  /** The flag says maybe: it is set before there is a marker, and stays when the marker goes. */
  @Test
  void smapsMayShowTheGuardFlagBeforeThePageIsGuarded() {
    refuted(
        init(),
        thread(actor("guardInstall", 0, 1)),
        thread(actor("maybeGuard", 0), actor("touch", 0)),
        "maybe a guard, and readable");
  }

  /** Claims C58 and C59. */
  @Test
  void butWhoMetAGuardSeesTheFlagInSmaps() {
    holds(
        on ->
            Programs.of(
                Programs.never("0 1", 2),
                () -> on.call(Calls.madvise(0, 1, Advice.MADV_GUARD_INSTALL)),
                () ->
                    touch(on, 0) == SIGSEGV && !Calls.maybeGuard(on.call(Calls.smaps(0))) ? 1 : 0));
  }

  /** Tables are counted one after another; here no instant had fewer than one page. */
  @Test
  void smapsMayCountPagesAsTheyNeverWereAtOnce() {
    refuted(
        init(actor("touch", 2)),
        thread(actor("touch", 0), actor("dontneed", 2, 1)),
        thread(actor("rss", 0)),
        "no page at all");
  }

  @Test
  void butItCountsEachPageAsItWasAtSomeInstantOfTheWalk() {
    Set<String> counted = new TreeSet<>();
    holds(
        on -> {
          touch(on, 1);
          return Programs.of(
              Programs.collect(counted, 2), () -> touch(on, 0) + touch(on, 2), () -> on.rss(0));
        });
    assertThat(counted).isSubsetOf("0 1", "0 2", "0 3").contains("0 1", "0 3");
  }

  /** The operations that do not go together. */
  public static final class Limits extends Operations.OnAMachine {

    @Operation
    public long touch(int page) {
      return Calls.success(call(Calls.read(page)));
    }

    @Operation
    public long read(int page) {
      return call(Calls.read(page));
    }

    @Operation
    public long write(int page, int value) {
      return call(Calls.write(page, value));
    }

    @Operation
    public long guardInstall(int start, int pages) {
      return call(Calls.madvise(start, pages, Advice.MADV_GUARD_INSTALL));
    }

    @Operation
    public long dontneed(int start, int pages) {
      return call(Calls.madvise(start, pages, Advice.MADV_DONTNEED));
    }

    @Operation
    public long munmap(int start, int pages) {
      return call(Calls.munmap(start, pages));
    }

    @Operation
    public long smaps(int page) {
      return Calls.protection(call(Calls.smaps(page)));
    }

    @Operation
    public boolean maybeGuard(int page) {
      return Calls.maybeGuard(call(Calls.smaps(page)));
    }

    @Operation
    public long rss(int page) {
      return Invocation.current().rss(page);
    }
  }

  /** What one would like smaps to say. */
  public static final class StricterSpec extends AddressSpaceSpec {
    private final boolean[] present = new boolean[PAGES];
    private boolean flag;

    @Override
    public long touch(int page) {
      long result = super.touch(page);
      present[page] |= result == 0;
      return result;
    }

    @Override
    public long dontneed(int start, int pages) {
      Arrays.fill(present, start, start + pages, false);
      return super.dontneed(start, pages);
    }

    @Override
    public long guardInstall(int start, int pages) {
      flag = true;
      return super.guardInstall(start, pages);
    }

    public boolean maybeGuard(int page) {
      return flag;
    }

    public long rss(int page) {
      long count = 0;
      for (boolean one : present) {
        count += one ? 1 : 0;
      }
      return count;
    }
  }

  private static long touch(Invocation on, int page) {
    return Calls.success(on.call(Calls.read(page)));
  }

  private static Actor actor(String operation, Object... arguments) {
    for (Method method : Limits.class.getMethods()) {
      if (method.getName().equals(operation)) {
        return new Actor(method, List.of(arguments));
      }
    }
    throw new IllegalArgumentException(operation);
  }

  private static List<Actor> init(Actor... actors) {
    return List.of(actors);
  }

  private static List<Actor> thread(Actor... actors) {
    return List.of(actors);
  }

  private static void refuted(List<Actor> init, List<Actor> one, List<Actor> other, String why) {
    assertThatThrownBy(() -> check(init, one, other))
        .as(why)
        .isInstanceOf(LincheckAssertionError.class)
        .hasMessageContaining("Invalid execution results");
  }

  private static void check(List<Actor> init, List<Actor> one, List<Actor> other) {
    Invocation.install(Invocation.scheduled(Releases.of("6.18"), Invocation::anonymous));
    ModelChecking.options()
        .iterations(0)
        .sequentialSpecification(StricterSpec.class)
        .addCustomScenario(new ExecutionScenario(init, List.of(one, other), List.of(), null))
        .check(Limits.class);
  }

  private static void holds(Function<Invocation, Program> program) {
    Verdict verdict =
        Programs.sample(memory -> program.apply(Invocation.anonymous(Releases.of("6.18"), memory)));
    assertThat(verdict.answer()).as(verdict.toString()).isEqualTo(Verdict.Answer.HOLDS);
  }
}
