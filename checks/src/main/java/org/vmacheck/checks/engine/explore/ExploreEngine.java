package org.vmacheck.checks.engine.explore;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.Engine;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.Verdict.Answer;
import org.vmacheck.checks.engine.explore.graph.Explorer;
import org.vmacheck.checks.engine.explore.graph.MemoryModel;
import org.vmacheck.checks.engine.explore.replay.ReplayedThreads;
import org.vmacheck.checks.scenario.Setup;

/**
 * Visits every execution of a program that a memory model allows, once each. When it says that a
 * program holds, it has seen them all.
 */
public final class ExploreEngine implements Engine {

  /** More accesses than this in one thread count as a thread that does not end. */
  static final int ACCESSES_PER_THREAD = 1_000;

  private static final Set<MemoryModelName> PROVEN = ConcurrentHashMap.newKeySet();

  @Override
  public String name() {
    return "explore";
  }

  @Override
  public List<MemoryModelName> models() {
    return List.of(MemoryModelName.values());
  }

  @Override
  public Verdict judge(Setup setup, Settings settings) {
    if (!PROVEN.contains(settings.model())) {
      Canary.prove(settings.model());
      PROVEN.add(settings.model());
    }
    return verdict(setup, settings);
  }

  static Verdict verdict(Setup setup, Settings settings) {
    Judgement judgement =
        new Judgement(new ReplayedThreads(setup, settings.model(), ACCESSES_PER_THREAD), settings);
    DeepStack.run(
        () ->
            new Explorer(
                    judgement.threads(),
                    MemoryModel.of(settings.model(), judgement.threads()),
                    judgement)
                .explore());
    return verdict(judgement, settings);
  }

  private static Verdict verdict(Judgement judgement, Settings settings) {
    Optional<Counterexample> finding = judgement.finding();
    Answer answer =
        finding.isPresent()
            ? Answer.VIOLATED
            : judgement.outOfTime() ? Answer.INCONCLUSIVE : Answer.HOLDS;
    String model = settings.model().name();
    String counts =
        judgement.executions() + " executions and " + judgement.blocked() + " blocked ones";
    String detail =
        switch (answer) {
          case HOLDS -> "every execution under " + model + ": " + counts;
          case VIOLATED -> "found under " + model + " after " + counts;
          case INCONCLUSIVE ->
              "the budget of "
                  + settings.budget().toSeconds()
                  + " s ended under "
                  + model
                  + " after "
                  + counts
                  + ", none of them a violation";
        };
    return new Verdict(
        answer,
        answer == Answer.HOLDS,
        judgement.executions(),
        judgement.blocked(),
        judgement.time(),
        detail,
        finding);
  }
}
