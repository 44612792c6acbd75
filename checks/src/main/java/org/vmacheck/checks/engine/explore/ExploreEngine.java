package org.vmacheck.checks.engine.explore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.Engine;
import org.vmacheck.checks.engine.LoadBuffering;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Reduction;
import org.vmacheck.checks.engine.SearchOrder;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.Verdict.Answer;
import org.vmacheck.checks.engine.explore.graph.Explorer;
import org.vmacheck.checks.engine.explore.graph.Subtrees;
import org.vmacheck.checks.engine.explore.replay.Bounds;
import org.vmacheck.checks.engine.explore.replay.ReplayedThreads;
import org.vmacheck.checks.scenario.Setup;

/**
 * Visits every execution of a program that a memory model allows, once each. When it says that a
 * program holds, it has seen them all.
 */
public final class ExploreEngine implements Engine {

  static final Bounds BOUNDS = new Bounds(1_000, 1);

  /** How long one explorer works alone before several share what there is. */
  private static final Duration ALONE = Duration.ofMillis(500);

  private static final int SUBTREES_PER_JOB = 64;

  /** The models under which this engine has found what is known to be wrong. */
  private final Set<MemoryModelName> proven = ConcurrentHashMap.newKeySet();

  @Override
  public String name() {
    return "explore";
  }

  @Override
  public List<MemoryModelName> models() {
    return List.of(MemoryModelName.values());
  }

  @Override
  public boolean isConcurrent() {
    return true;
  }

  @Override
  public boolean isDeterministic() {
    return true;
  }

  @Override
  public Verdict judge(Setup setup, Settings settings) {
    if (!proven.contains(settings.model())) {
      Canary.prove(settings.model());
      proven.add(settings.model());
    }
    return verdict(setup, settings);
  }

  @Override
  public Optional<Counterexample> again(Setup setup, String replay) {
    try {
      return Optional.of(Replay.replay(setup, replay));
    } catch (Replay.Parted parted) {
      return Optional.empty();
    }
  }

  static Verdict verdict(Setup setup, Settings settings) {
    if (settings.loads() == LoadBuffering.INCLUDED && settings.model() == MemoryModelName.LKMM) {
      return withLoadBuffering(setup, settings.withReduction(Reduction.NONE));
    }
    Search search = new Search(settings);
    Judgement alone = judgement(setup, settings, search);
    search.estimateBy(new Estimation(alone.threads(), alone.model(), settings.seed()));
    List<Judgement> judgements = List.of(alone);
    if (settings.order() == SearchOrder.FEW_DEPARTURES_FIRST) {
      DeepStack.run(() -> new Deepening(alone, search).explore());
      return verdict(judgements, settings, search);
    }
    if (settings.jobs() == 1) {
      DeepStack.run(() -> explore(alone, null));
      return verdict(judgements, settings, search);
    }
    // most programs are done before it pays to share them
    search.pauseAfter(ALONE);
    DeepStack.run(() -> explore(alone, null));
    if (!search.paused() || search.ended()) {
      return verdict(judgements, settings, search);
    }
    search.goOn();
    return shared(setup, settings, search);
  }

  private static Verdict withLoadBuffering(Setup setup, Settings settings) {
    Search search = new Search(settings);
    Judgement first = judgement(setup, settings, search);
    EarlyPrograms programs = new EarlyPrograms(first.threads(), settings, search);
    DeepStack.run(() -> programs.explore(first));
    return verdict(List.of(first), programs.others(), programs.text(), settings, search);
  }

  private static Verdict shared(Setup setup, Settings settings, Search search) {
    List<Judgement> judgements = new ArrayList<>();
    for (int i = 0; i < settings.jobs(); i++) {
      judgements.add(judgement(setup, settings, search));
    }
    Judgement first = judgements.get(0);
    DeepStack.runAll(
        1,
        i ->
            search.cut(
                Subtrees.of(first.threads(), first.model(), SUBTREES_PER_JOB * settings.jobs())));
    DeepStack.runAll(settings.jobs(), i -> explore(judgements.get(i), search.subtrees()));
    return verdict(judgements, settings, search);
  }

  private static Judgement judgement(Setup setup, Settings settings, Search search) {
    ReplayedThreads threads =
        switch (settings.reduction()) {
          case NONE -> new ReplayedThreads(setup, settings.model(), BOUNDS);
          case SYMMETRY -> ReplayedThreads.upToSymmetry(setup, settings.model(), BOUNDS);
        };
    return new Judgement(threads, BOUNDS, settings, search);
  }

  private static void explore(Judgement judgement, Subtrees subtrees) {
    Explorer explorer = new Explorer(judgement.threads(), judgement.model(), judgement);
    if (subtrees != null) {
      explorer.share(subtrees);
    }
    explorer.explore();
  }

  private static Verdict verdict(List<Judgement> judgements, Settings settings, Search search) {
    return verdict(judgements, List.of(), "", settings, search);
  }

  /**
   * The verdict of a search that looked at more programs than one.
   *
   * @param early the judgements of programs with early accesses
   * @param others what those are, for the detail
   */
  private static Verdict verdict(
      List<Judgement> judgements,
      List<Judgement> early,
      String others,
      Settings settings,
      Search search) {
    Optional<Counterexample> finding = finding(judgements, early);
    long executions = judgements.stream().mapToLong(Judgement::executions).sum();
    long blocked = judgements.stream().mapToLong(Judgement::blocked).sum();
    Answer answer =
        finding.isPresent()
            ? Answer.VIOLATED
            : search.outOfTime() ? Answer.INCONCLUSIVE : Answer.HOLDS;
    String model = settings.model().name();
    long cut = judgements.stream().mapToLong(Judgement::cut).sum();
    String counts = executions + " executions and " + blocked + " blocked ones";
    if (judgements.get(0).threads().hasTwins()) {
      counts += " but for the exchange of equal threads";
    }
    counts += others.isEmpty() ? "" : ", and " + others;
    if (cut > 0) {
      counts += ", and " + cut + " cut at " + bounds(judgements);
    }
    String detail =
        switch (answer) {
          case HOLDS ->
              (cut == 0 ? "" : "within a bound, ")
                  + "every execution under "
                  + model
                  + ": "
                  + counts;
          case VIOLATED -> "found under " + model + " after " + counts;
          case INCONCLUSIVE ->
              "the budget of "
                  + settings.budget().toSeconds()
                  + " s ended under "
                  + model
                  + " after "
                  + counts
                  + ", none of them a violation"
                  + seen(executions, search)
                  + search.bound();
        };
    boolean exhaustive = answer == Answer.HOLDS && cut == 0;
    return new Verdict(answer, exhaustive, executions, blocked, search.time(), detail, finding);
  }

  /** The first that ended a search; else the first data race. */
  private static Optional<Counterexample> finding(List<Judgement> some, List<Judgement> others) {
    List<Judgement> all = new ArrayList<>(some);
    all.addAll(others);
    return all.stream()
        .flatMap(judgement -> judgement.finding().stream())
        .findFirst()
        .or(() -> all.stream().flatMap(judgement -> judgement.race().stream()).findFirst());
  }

  /** How much of the whole that may be. */
  private static String seen(long executions, Search search) {
    return search.estimate().map(estimate -> ", " + estimate.share(executions)).orElse("");
  }

  private static String bounds(List<Judgement> judgements) {
    return judgements.stream()
        .flatMap(judgement -> judgement.reachedBounds().stream())
        .distinct()
        .sorted()
        .map(BOUNDS::text)
        .collect(Collectors.joining(" and "));
  }
}
