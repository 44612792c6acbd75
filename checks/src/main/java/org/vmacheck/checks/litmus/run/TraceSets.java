package org.vmacheck.checks.litmus.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vmacheck.checks.litmus.syntax.LitmusTest.ThreadCode;
import org.vmacheck.checks.lkmm.EventKind;

/**
 * The traces of every thread. Which values a read may return depends on what all threads write, and
 * that on what they read: the values grow from the initial ones until nothing new is written.
 */
final class TraceSets {
  private final List<List<ThreadTrace>> traces = new ArrayList<>();
  private final ValueDomain domain;
  private boolean cut;

  TraceSets(List<ThreadCode> threads, InitialState start, Effort effort) {
    domain = collect(threads, start, effort).valuesOnly();
    for (int t = 0; t < threads.size(); t++) {
      ThreadInterpreter interpreter =
          new ThreadInterpreter(
              threads.get(t), start.registers.get(t), domain, start.addresses, effort);
      traces.add(interpreter.traces());
      cut |= interpreter.cut();
    }
    dropImpossible();
  }

  private static ValueDomain collect(List<ThreadCode> threads, InitialState start, Effort effort) {
    ValueDomain found = new ValueDomain(start.values);
    Map<Object, Integer> sites = new HashMap<>();
    boolean grown = true;
    while (grown) {
      grown = false;
      for (int t = 0; t < threads.size(); t++) {
        grown |=
            new ValueCollector(
                    threads.get(t),
                    t,
                    start.registers.get(t),
                    found,
                    start.addresses,
                    effort,
                    sites)
                .collectInto(found);
      }
    }
    return found;
  }

  /** The values that reads may return. */
  ValueDomain domain() {
    return domain;
  }

  /** Whether a loop was cut. */
  boolean cut() {
    return cut;
  }

  /** The traces of a thread. */
  List<ThreadTrace> of(int thread) {
    return traces.get(thread);
  }

  /** A write of a value to an address. */
  record Written(long address, long value) {}

  /** What a thread writes in at least one of its traces. */
  Set<Written> written(int thread) {
    Set<Written> result = new HashSet<>();
    for (ThreadTrace trace : traces.get(thread)) {
      addWritten(trace, result);
    }
    return result;
  }

  static void addWritten(ThreadTrace trace, Set<Written> result) {
    for (TraceEvent event : trace.events()) {
      if (event.kind() == EventKind.WRITE) {
        result.add(new Written(event.address(), event.value()));
      }
    }
  }

  /** Drops traces with a read that nobody can have served, until all are possible by themselves. */
  private void dropImpossible() {
    boolean dropped = true;
    while (dropped) {
      dropped = false;
      for (int t = 0; t < traces.size(); t++) {
        Set<Written> foreign = new HashSet<>();
        for (int other = 0; other < traces.size(); other++) {
          if (other != t) {
            foreign.addAll(written(other));
          }
        }
        dropped |= traces.get(t).removeIf(trace -> !possible(trace, foreign));
      }
    }
  }

  private boolean possible(ThreadTrace trace, Set<Written> foreign) {
    Map<Long, Long> own = new HashMap<>();
    for (TraceEvent event : trace.events()) {
      if (event.kind() == EventKind.WRITE) {
        own.put(event.address(), event.value());
      } else if (event.kind() == EventKind.READ) {
        Long last = own.getOrDefault(event.address(), domain.initial(event.address()));
        if (last != event.value()
            && !foreign.contains(new Written(event.address(), event.value()))) {
          return false;
        }
      }
    }
    return true;
  }
}
