package org.vmacheck.checks.engine.explore.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.Counterexample.Evidence;
import org.vmacheck.checks.engine.Finding;
import org.vmacheck.checks.engine.Value;
import org.vmacheck.checks.engine.explore.graph.Choices;
import org.vmacheck.checks.engine.explore.graph.ExecutionGraph;
import org.vmacheck.checks.engine.explore.graph.Label;
import org.vmacheck.checks.engine.explore.graph.Linearization;
import org.vmacheck.checks.engine.explore.replay.ReplayedThreads;
import org.vmacheck.checks.engine.explore.replay.Trace;

/** An execution graph as a counterexample: steps in one order, and what that order cannot show. */
public final class Report {

  private final ReplayedThreads threads;
  private final ExecutionGraph graph;
  private final String early;
  private final Linearization order;
  private final List<Counterexample.Step> steps = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** The position in {@code steps} of each event. */
  private final Map<Integer, Integer> stepOf = new HashMap<>();

  /** The last write of each cell so far, in the order of the report. */
  private final Map<Integer, Integer> latest = new HashMap<>();

  /**
   * Reports an execution.
   *
   * @param early what threads do early in it, as a replay string says it; empty if nothing
   */
  public Report(ReplayedThreads threads, ExecutionGraph graph, String early) {
    this.threads = threads;
    this.graph = graph;
    this.early = early;
    order = new Linearization(graph);
    Map<Integer, Trace.Entry> entries = threads.entries(graph);
    for (int event : order.events()) {
      int t = graph.thread(event);
      Label label = graph.label(event);
      noteSource(event, label);
      if (graph.isWrite(event)) {
        latest.put(label.location(), event);
      }
      if (!(graph.isRead(event) && graph.isExclusive(event))) {
        // a read-modify-write is shown once, at its write
        show(event, t, label, entries.get(event));
        noteEarly(t, label, entries.get(event));
      }
    }
    if (!order.isInterleaving()) {
      notes.add(
          0,
          "No interleaving of the threads explains this execution. The steps of each thread are"
              + " in program order, and every read comes after the write that it reads from.");
    }
  }

  private void show(int event, int t, Label label, Trace.Entry entry) {
    int read =
        label.type == Label.Type.UPDATE && graph.isWrite(event) ? graph.previous(event) : event;
    stepOf.put(read, steps.size());
    stepOf.put(event, steps.size());
    steps.add(
        new Counterexample.Step(
            t,
            entry.op(),
            entry.path(),
            entry.access(),
            entry.location(),
            graph.isRead(read) ? Optional.of(value(read, label)) : Optional.empty(),
            graph.isWrite(event) ? Optional.of(value(event, label)) : Optional.empty(),
            label.type == Label.Type.FENCE ? 0 : graph.position(event),
            entry.locks()));
  }

  private void noteEarly(int t, Label label, Trace.Entry entry) {
    if (label.isEarly()) {
      notes.add(
          threads.threadName(t)
              + " makes the "
              + entry.access()
              + " of "
              + threads.name(label.location())
              + " early: LKMM lets it come before the reads that are shown after it, on which"
              + " nothing of it depends.");
    }
  }

  private Value value(int event, Label label) {
    long value = graph.value(event);
    String text = threads.text(label.location(), value);
    return threads.isAddress(label.location(), value) ? Value.of(text) : Value.ofWord(value, text);
  }

  /** Two events that are at odds. */
  public Evidence evidence(int first, int second) {
    return stepOf.containsKey(first) && stepOf.containsKey(second)
        ? Evidence.ofSteps(stepOf.get(first), stepOf.get(second))
        : Evidence.NONE;
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
            + " has stored "
            + threads.text(label.location(), graph.value(last))
            + ": the store has not propagated yet, or the read was executed early.");
  }

  public Counterexample counterexample(Finding finding, String summary, Evidence evidence) {
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
        evidence,
        daemonIdle ? names.subList(0, names.size() - 1) : names,
        steps,
        notes,
        Optional.of(threads.model().text() + " " + early + Choices.of(graph)),
        "");
  }
}
