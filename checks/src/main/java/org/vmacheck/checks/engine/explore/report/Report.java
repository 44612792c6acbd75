package org.vmacheck.checks.engine.explore.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.explore.graph.ExecutionGraph;
import org.vmacheck.checks.engine.explore.graph.Label;
import org.vmacheck.checks.engine.explore.graph.Linearization;
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
      Label label = graph.label(event);
      noteSource(event, label);
      if (graph.isWrite(event)) {
        latest.put(label.location(), event);
      }
      if (!(graph.isRead(event) && graph.isExclusive(event))) {
        // a read-modify-write is shown once, at its write
        show(event, t, label, traces.get(t).get(label.depth - 1));
      }
    }
    if (!order.isInterleaving()) {
      notes.add(
          0,
          "No interleaving of the threads explains this execution: the steps of each thread stand"
              + " in its program order, every read after the write that it reads from.");
    }
  }

  private void show(int event, int t, Label label, Trace.Entry entry) {
    steps.add(
        new Counterexample.Step(
            t,
            entry.op(),
            entry.function(),
            entry.access(),
            entry.location(),
            value(event, label),
            entry.locks()));
  }

  private String value(int event, Label label) {
    if (label.type == Label.Type.FENCE) {
      return "";
    }
    String value = threads.text(label.location(), graph.value(event));
    if (label.type == Label.Type.UPDATE && graph.isWrite(event)) {
      long before = graph.value(graph.previous(event));
      return threads.text(label.location(), before) + " -> " + value;
    }
    return value;
  }

  private void noteSource(int event, Label label) {
    if (order.isInterleaving() || !graph.isRead(event) || !label.reads()) {
      return;
    }
    Integer last = latest.get(label.location());
    if (last == null || last == graph.source(event)) {
      return;
    }
    String cell = threads.name(label.location());
    notes.add(
        threads.threadName(graph.thread(event))
            + " reads "
            + cell
            + " = "
            + threads.text(label.location(), graph.value(event))
            + " although "
            + threads.threadName(graph.thread(last))
            + " has written "
            + threads.text(label.location(), graph.value(last))
            + " to it: the write has not reached it yet, or the read was carried out early.");
  }

  public Counterexample counterexample(String finding, String summary) {
    List<String> names = new ArrayList<>();
    for (int t = 0; t < threads.count(); t++) {
      names.add(threads.threadName(t));
    }
    boolean daemonIdle =
        threads.daemon(names.size() - 1)
            && steps.stream().noneMatch(label -> label.thread() == names.size() - 1);
    return new Counterexample(
        finding,
        summary,
        daemonIdle ? names.subList(0, names.size() - 1) : names,
        steps,
        notes,
        "");
  }
}
