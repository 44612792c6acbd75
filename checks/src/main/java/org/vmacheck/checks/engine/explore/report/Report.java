package org.vmacheck.checks.engine.explore.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.HeldLocksText;
import org.vmacheck.checks.engine.explore.graph.ExecutionGraph;
import org.vmacheck.checks.engine.explore.graph.Linearization;
import org.vmacheck.checks.engine.explore.graph.Step;
import org.vmacheck.checks.engine.explore.replay.ReplayedThreads;
import org.vmacheck.checks.engine.explore.replay.Trace;

/** An execution graph as a counterexample: steps in one order, and what that order cannot show. */
public final class Report {

  private final ReplayedThreads threads;
  private final ExecutionGraph graph;
  private final Linearization order;
  private final List<Counterexample.Step> steps = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** The last write of each cell so far, in the order of the report. */
  private final Map<Integer, Integer> latest = new HashMap<>();

  public Report(ReplayedThreads threads, ExecutionGraph graph) {
    this.threads = threads;
    this.graph = graph;
    order = new Linearization(graph);
    List<List<Trace.Entry>> traces = new ArrayList<>();
    for (int t = 0; t < threads.count(); t++) {
      traces.add(threads.trace(graph, t));
    }
    for (int event : order.events()) {
      int t = graph.thread(event);
      Step step = graph.step(event);
      noteSource(event, step);
      if (graph.isWrite(event)) {
        latest.put(step.location(), event);
      }
      if (!(graph.isRead(event) && graph.isExclusive(event))) {
        // a read-modify-write is shown once, at its write
        show(event, t, step, traces.get(t).get(step.depth - 1));
      }
    }
    if (!order.isInterleaving()) {
      notes.add(
          0,
          "No interleaving of the threads explains this execution: the steps of each thread stand"
              + " in its program order, every read after the write that it reads from.");
    }
  }

  private void show(int event, int t, Step step, Trace.Entry entry) {
    steps.add(
        new Counterexample.Step(
            t,
            entry.op(),
            entry.function(),
            entry.access(),
            entry.location(),
            value(event, step),
            HeldLocksText.of(entry.locks())));
  }

  private String value(int event, Step step) {
    if (step.kind == Step.Kind.FENCE) {
      return "";
    }
    String value = threads.text(step.location(), graph.value(event));
    if (step.kind == Step.Kind.UPDATE && graph.isWrite(event)) {
      long before = graph.value(graph.previous(event));
      return threads.text(step.location(), before) + " -> " + value;
    }
    return value;
  }

  private void noteSource(int event, Step step) {
    if (order.isInterleaving() || !graph.isRead(event) || !step.reads()) {
      return;
    }
    Integer last = latest.get(step.location());
    if (last == null || last == graph.source(event)) {
      return;
    }
    String cell = threads.name(step.location());
    notes.add(
        threads.threadName(graph.thread(event))
            + " reads "
            + cell
            + " = "
            + threads.text(step.location(), graph.value(event))
            + " although "
            + threads.threadName(graph.thread(last))
            + " has written "
            + threads.text(step.location(), graph.value(last))
            + " to it: the write has not reached it yet, or the read was carried out early.");
  }

  public Counterexample counterexample(String finding, String summary) {
    List<String> names = new ArrayList<>();
    for (int t = 0; t < threads.count(); t++) {
      names.add(threads.threadName(t));
    }
    boolean daemonIdle =
        threads.daemon(names.size() - 1)
            && steps.stream().noneMatch(step -> step.thread() == names.size() - 1);
    return new Counterexample(
        finding,
        summary,
        daemonIdle ? names.subList(0, names.size() - 1) : names,
        steps,
        notes,
        "");
  }
}
