package org.vmacheck.checks.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.explore.graph.ExecutionGraph;
import org.vmacheck.checks.engine.explore.graph.Explorer;
import org.vmacheck.checks.engine.explore.graph.Label;
import org.vmacheck.checks.engine.explore.graph.MemoryModel;
import org.vmacheck.checks.engine.explore.graph.Visitor;
import org.vmacheck.checks.engine.explore.replay.Bounds;
import org.vmacheck.checks.engine.explore.replay.ReplayedThreads;
import org.vmacheck.checks.scenario.Setup;

/**
 * The search up to symmetry against the plain one, on programs drawn by chance in which threads do
 * the same: it comes to each execution, or to one that has the threads exchanged.
 */
class SymmetryTest {

  private static final int PROGRAMS = 300;
  private static final Bounds BOUNDS = new Bounds(1_000, 0);

  @ParameterizedTest
  @EnumSource(MemoryModelName.class)
  void ofExecutionsThatAreTheSameButForEqualThreadsItVisitsOne(MemoryModelName model) {
    long plainly = 0;
    long reduced = 0;
    for (long seed = 0; seed < PROGRAMS; seed++) {
      TinyProgram program = TinyProgram.drawAlike(seed, seed % 2 == 0);
      Set<Set<Integer>> alike = TinyProgram.alike(program.threads());
      Setup setup = memory -> program.on(memory, new HashSet<>());

      Seen plain = new Seen(new ReplayedThreads(setup, model, BOUNDS), model, alike);
      Seen upTo = new Seen(ReplayedThreads.upToSymmetry(setup, model, BOUNDS), model, alike);

      assertThat(upTo.orbits).as("%d: %s", seed, program).isEqualTo(plain.orbits);
      assertThat(upTo.deadlock).as("%d: %s", seed, program).isEqualTo(plain.deadlock);
      assertThat(upTo.executions).as("%d: %s", seed, program).isEqualTo(plain.orbits.size());
      plainly += plain.executions;
      reduced += upTo.executions;
    }
    assertThat(reduced).isLessThan(plainly * 6 / 10);
  }

  @ParameterizedTest
  @EnumSource(MemoryModelName.class)
  void withWeakAccessesPointersAndGracePeriodsToo(MemoryModelName model) {
    for (long seed = 0; seed < PROGRAMS; seed++) {
      WeakProgram program = WeakProgram.drawAlike(seed);
      Set<Set<Integer>> alike = TinyProgram.alike(program.threads());

      Seen plain = new Seen(new ReplayedThreads(program::on, model, BOUNDS), model, alike);
      Seen upTo = new Seen(ReplayedThreads.upToSymmetry(program::on, model, BOUNDS), model, alike);

      assertThat(upTo.orbits).as("%d: %s", seed, program).isEqualTo(plain.orbits);
      assertThat(upTo.races).as("%d: %s", seed, program).isEqualTo(plain.races);
      assertThat(upTo.executions).as("%d: %s", seed, program).isEqualTo(plain.orbits.size());
    }
  }

  /** What a search comes to. */
  private static final class Seen implements Visitor {
    private final ReplayedThreads threads;
    private final MemoryModel model;
    private final List<List<Integer>> exchanges;

    /** Reads-from and coherence of complete executions, the least of those that are alike. */
    private final Set<String> orbits = new HashSet<>();

    private long executions;
    private boolean deadlock;
    private boolean races;

    Seen(ReplayedThreads threads, MemoryModelName name, Set<Set<Integer>> alike) {
      this.threads = threads;
      this.model = MemoryModel.of(name, threads);
      this.exchanges = exchanges(threads.count(), alike);
      DeepStack.run(() -> new Explorer(threads, model, this).explore());
    }

    /** All ways to name the threads so that equal ones may change names. */
    private static List<List<Integer>> exchanges(int count, Set<Set<Integer>> alike) {
      List<List<Integer>> all = new ArrayList<>();
      permute(count, new ArrayList<>(), all);
      all.removeIf(
          names -> {
            for (int t = 0; t < count; t++) {
              int thread = t;
              int named = names.get(t);
              boolean same =
                  thread == named
                      || alike.stream().anyMatch(g -> g.contains(thread) && g.contains(named));
              if (!same) {
                return true;
              }
            }
            return false;
          });
      return all;
    }

    private static void permute(int count, List<Integer> begun, List<List<Integer>> all) {
      if (begun.size() == count) {
        all.add(List.copyOf(begun));
      }
      for (int t = 0; t < count; t++) {
        if (!begun.contains(t)) {
          begun.add(t);
          permute(count, begun, all);
          begun.remove(begun.size() - 1);
        }
      }
    }

    private String execution(ExecutionGraph g, List<Integer> names) {
      Set<String> events = new TreeSet<>();
      for (int t = 0; t < threads.count(); t++) {
        for (int e = g.lastOf(t); e >= 0; e = g.previous(e)) {
          if (g.label(e).type != Label.Type.FENCE) {
            events.add(
                name(g, e, names)
                    + (g.isRead(e) ? " reads " + name(g, g.source(e), names) : " is ")
                    + g.position(e));
          }
        }
      }
      return events.toString();
    }

    private static String name(ExecutionGraph g, int e, List<Integer> names) {
      return e < 0 ? "init" : names.get(g.thread(e)) + "." + g.label(e).depth + g.isRead(e);
    }

    @Override
    public boolean complete(ExecutionGraph graph) {
      executions++;
      races |= model.dataRace(graph) != null;
      List<String> alike = new ArrayList<>();
      exchanges.forEach(names -> alike.add(execution(graph, names)));
      orbits.add(Collections.min(alike));
      return true;
    }

    @Override
    public boolean blocked(ExecutionGraph graph, boolean stuck) {
      deadlock |= stuck;
      return true;
    }

    @Override
    public boolean cut(ExecutionGraph graph) {
      throw new AssertionError("a thread came to its bound");
    }

    @Override
    public boolean bug(ExecutionGraph graph, int thread) {
      throw new AssertionError(graph.pending(thread).note);
    }
  }
}
