package org.vmacheck.checks.engine.lincheck;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuarantee;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.Engine;
import org.vmacheck.checks.engine.EngineFailure;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.scenario.KernelThread;
import org.vmacheck.checks.scenario.Setup;

/**
 * Runs a program under Lincheck's model-checking strategy: interleavings under sequential
 * consistency, fewest switches first, each run judged by the program's own property. Whatever
 * memory model the settings name, this engine knows only that one, and its verdict says so.
 *
 * <p>If Lincheck has run out of interleavings the verdict is exhaustive: every order of the
 * accesses to cells was tried. Otherwise "holds" means "not refuted in so many invocations".
 */
public final class LincheckEngine implements Engine {

  /**
   * Lincheck keeps its tree in memory, about 1 to 3 KB an invocation, so this bounds the heap at a
   * few GB; time is bounded by the settings.
   */
  static final int MOST_INVOCATIONS = 1_000_000;

  /**
   * Turns of a loop after which Lincheck calls it a livelock. The only loop that Lincheck sees here
   * is that of a waiting thread, which turns once each time it is woken; deadlocks are found before
   * that. So this only has to be larger than any honest wait.
   */
  static final int LOOP_BOUND = 1_000;

  private final int mostInvocations;
  private final List<ManagedStrategyGuarantee> guarantees;

  /** Whether it has refuted the canary. */
  private boolean proven;

  public LincheckEngine() {
    this(MOST_INVOCATIONS);
  }

  /**
   * @param mostInvocations how many runs to look at, at least 1
   */
  LincheckEngine(int mostInvocations) {
    this(mostInvocations, SwitchPoints.guarantees());
  }

  /**
   * @param guarantees what Lincheck is told of the places to switch
   */
  LincheckEngine(int mostInvocations, List<ManagedStrategyGuarantee> guarantees) {
    this.mostInvocations = mostInvocations;
    this.guarantees = guarantees;
  }

  @Override
  public String name() {
    return "lincheck";
  }

  @Override
  public Verdict judge(Setup setup, Settings settings) {
    prove();
    return run(setup, settings);
  }

  private synchronized void prove() {
    if (!proven) {
      // its interleavings are few; a budget would take a slow start of Lincheck for blindness
      Settings unhurried = Settings.defaults().withBudget(Duration.ofDays(1));
      Canary.listen(run(Canary::checkThenSet, unhurried));
      proven = true;
    }
  }

  /** As {@link #judge}, but takes it on trust that Lincheck works. */
  Verdict run(Setup setup, Settings settings) {
    Judgement judgement = new Judgement(setup, settings);
    return UnderWay.during(judgement, () -> check(judgement));
  }

  private Verdict check(Judgement judgement) {
    ExecutionScenario scenario = scenario(judgement.threads());
    try {
      options(scenario).check(LincheckRun.class);
      return notRefuted(judgement, judgement.invocations() < mostInvocations);
    } catch (Judgement.BudgetEnded e) {
      return notRefuted(judgement, false);
    } catch (LincheckAssertionError e) {
      return refuted(judgement, e);
    } catch (IllegalStateException e) {
      throw new EngineFailure("lincheck could not finish: " + firstLine(e), e);
    }
  }

  private ModelCheckingOptions options(ExecutionScenario scenario) {
    ModelCheckingOptions options =
        new ModelCheckingOptions()
            .iterations(0)
            .addCustomScenario(scenario)
            .invocationsPerIteration(mostInvocations)
            .minimizeFailedScenario(false)
            .loopBound(LOOP_BOUND)
            .verifier(CountingVerifier.class)
            .addGuarantee(
                ManagedStrategyGuaranteeKt.forClasses(UnderWay.class.getName())
                    .methods("judgement")
                    .ignore());
    guarantees.forEach(options::addGuarantee);
    return options;
  }

  /** One actor an operation. */
  private static ExecutionScenario scenario(List<KernelThread> threads) {
    Method call;
    try {
      call = LincheckRun.class.getMethod("call", int.class, int.class, String.class);
    } catch (NoSuchMethodException e) {
      throw new EngineFailure("lincheck cannot find its own run", e);
    }
    List<List<Actor>> parallel = new ArrayList<>();
    for (int thread = 0; thread < threads.size(); thread++) {
      List<Actor> actors = new ArrayList<>();
      for (int i = 0; i < threads.get(thread).operations().size(); i++) {
        String label = threads.get(thread).operations().get(i).label();
        actors.add(new Actor(call, List.of(thread, i, label)));
      }
      parallel.add(actors);
    }
    return new ExecutionScenario(List.of(), parallel, List.of(), null);
  }

  private static Verdict notRefuted(Judgement judgement, boolean usedUp) {
    long runs = judgement.invocations();
    if (runs == 0) {
      throw new EngineFailure("lincheck ran nothing");
    }
    String detail =
        usedUp
            ? "all interleavings used up under sequential consistency, with a switch before each"
                + " access to shared memory ("
                + runs
                + " invocations)"
            : "not refuted in "
                + runs
                + " invocations under sequential consistency; the"
                + " interleavings are not used up";
    return new Verdict(
        Verdict.Answer.HOLDS, usedUp, runs, 0, judgement.time(), detail, Optional.empty());
  }

  private static Verdict refuted(Judgement judgement, LincheckAssertionError failure) {
    Counterexample counterexample =
        judgement
            .counterexample(failure.getMessage())
            .orElseThrow(
                () -> new EngineFailure("lincheck gave up: " + firstLine(failure), failure));
    return new Verdict(
        Verdict.Answer.VIOLATED,
        false,
        judgement.invocations(),
        0,
        judgement.time(),
        "refuted at invocation " + judgement.invocations() + " under sequential consistency",
        Optional.of(counterexample));
  }

  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
  }
}
