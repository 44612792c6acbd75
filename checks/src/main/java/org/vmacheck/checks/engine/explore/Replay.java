package org.vmacheck.checks.engine.explore;

import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.explore.graph.Choices;
import org.vmacheck.checks.engine.explore.graph.Early;
import org.vmacheck.checks.engine.explore.graph.ExecutionGraph;
import org.vmacheck.checks.engine.explore.graph.Explorer;
import org.vmacheck.checks.engine.explore.graph.Visitor;
import org.vmacheck.checks.engine.explore.replay.ReplayedThreads;
import org.vmacheck.checks.scenario.Setup;

/**
 * Runs one execution of a program again, by the string that its counterexample carries: the memory
 * model and the {@link Choices}, {@code lkmm a12 b3 a-2}.
 */
public final class Replay {

  /** The program does not have the execution any more. The message says where they part. */
  public static class Parted extends Exception {

    private static final long serialVersionUID = 1L;

    Parted(String message) {
      super(message);
    }
  }

  /** What was to be replayed is no replay string at all. */
  public static final class Malformed extends Parted {

    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message);
    }
  }

  private Replay() {}

  /**
   * The memory model that a string was made under.
   *
   * @throws Parted if there is no such model
   */
  public static MemoryModelName model(String string) throws Parted {
    String word = string.strip().split("\\s+", 2)[0];
    for (MemoryModelName model : MemoryModelName.values()) {
      if (model.text().equals(word)) {
        return model;
      }
    }
    throw new Malformed(
        "a replay string begins with its memory model, as in sc a12 b3; this one with '"
            + word
            + "'");
  }

  /**
   * Runs an execution again.
   *
   * @return what it shows: just what the counterexample showed that had the string
   * @throws Parted if the string is none, if the program has no such execution, or if nothing is
   *     found in it
   */
  public static Counterexample replay(Setup setup, String string) throws Parted {
    MemoryModelName model = model(string);
    String steps = string.strip().substring(model.text().length());
    Choices choices;
    Early early;
    try {
      early = Early.parse(steps);
      choices = Choices.parse(early.cutOff(steps));
    } catch (IllegalArgumentException e) {
      throw new Malformed("this is no replay string: " + e.getMessage());
    }
    ReplayedThreads threads = new ReplayedThreads(setup, model, ExploreEngine.BOUNDS);
    Settings settings = Settings.defaults().withModel(model);
    Judgement judgement = judgement(threads, early, settings);
    Explorer explorer =
        new Explorer(judgement.program(), judgement.model(), new AtTheEnd(choices, judgement));
    explorer.follow(choices);
    DeepStack.run(explorer::explore);
    if (!choices.isFollowed()) {
      throw new Parted(
          "the model no longer has this execution: it parts at step "
              + choices.taken()
              + ", which "
              + name(threads, choices.thread())
              + " cannot take so under "
              + model.name());
    }
    return judgement
        .finding()
        .or(judgement::race)
        .orElseThrow(
            () ->
                new Parted(
                    judgement.executions() + judgement.blocked() == 0
                        ? "the model no longer ends here: after all "
                            + choices.taken()
                            + " steps a thread can go on, and nothing has been found"
                        : "the model has this execution, and nothing is wrong with it"));
  }

  /** Whether an access may be early follows from all that the program does otherwise. */
  private static Judgement judgement(ReplayedThreads threads, Early early, Settings settings) {
    Search search = new Search(settings);
    if (early.equals(Early.NOTHING)) {
      return new Judgement(threads, ExploreEngine.BOUNDS, settings, search);
    }
    EarlyPrograms programs = new EarlyPrograms(threads, settings, search);
    return programs.unexplored(early);
  }

  private static String name(ReplayedThreads threads, int thread) {
    return thread < threads.count()
        ? threads.threadName(thread)
        : "thread " + (char) ('a' + thread) + " (there is none)";
  }

  /** Judges the whole execution, and none of those on the way to it. */
  private record AtTheEnd(Choices choices, Judgement judgement) implements Visitor {

    @Override
    public boolean complete(ExecutionGraph graph) {
      return !choices.isFollowed() || judgement.complete(graph);
    }

    @Override
    public boolean blocked(ExecutionGraph graph, boolean stuck) {
      return !choices.isFollowed() || judgement.blocked(graph, stuck);
    }

    @Override
    public boolean bug(ExecutionGraph graph, int thread) {
      return !choices.isFollowed() || judgement.bug(graph, thread);
    }

    @Override
    public boolean cut(ExecutionGraph graph) {
      return !choices.isFollowed() || judgement.cut(graph);
    }

    @Override
    public boolean extended(ExecutionGraph graph) {
      return !choices.isFollowed() || judgement.extended(graph);
    }

    @Override
    public boolean tick() {
      return true;
    }
  }
}
