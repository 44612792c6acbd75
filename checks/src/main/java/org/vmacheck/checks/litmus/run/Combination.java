package org.vmacheck.checks.litmus.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vmacheck.checks.lkmm.EventKind;
import org.vmacheck.checks.lkmm.EventStructure;

/** One trace of each thread as an event structure, with the initial writes of what they access. */
final class Combination {
  final List<ThreadTrace> traces;
  final EventStructure structure;

  /** The value that each event reads or writes. */
  final long[] values;

  /** The accesses of each location, in program order thread by thread; the initial write first. */
  final List<List<Integer>> accesses = new ArrayList<>();

  /** The read of the read-modify-write that each event is the write of, or -1. */
  final int[] rmwRead;

  private final Map<Long, Integer> locations = new HashMap<>();

  Combination(List<ThreadTrace> traces, ValueDomain domain) {
    this.traces = List.copyOf(traces);
    int threadEvents = 0;
    for (ThreadTrace trace : traces) {
      threadEvents += trace.events().size();
      for (TraceEvent event : trace.events()) {
        if (event.address() != TraceEvent.NOWHERE) {
          locations.putIfAbsent(event.address(), locations.size());
        }
      }
    }
    int size = locations.size() + threadEvents;
    structure = new EventStructure(size);
    values = new long[size];
    rmwRead = new int[size];
    for (int i = 0; i < locations.size(); i++) {
      rmwRead[structure.initialWrite(i)] = -1;
      accesses.add(new ArrayList<>(List.of(i)));
    }
    locations.forEach((address, location) -> values[location] = domain.initial(address));
    for (int t = 0; t < traces.size(); t++) {
      append(t, traces.get(t));
    }
  }

  private void append(int thread, ThreadTrace trace) {
    int first = structure.size();
    for (TraceEvent event : trace.events()) {
      int location =
          event.address() == TraceEvent.NOWHERE
              ? EventStructure.NOWHERE
              : locations.get(event.address());
      int e =
          event.atomic()
              ? structure.atomicEvent(thread, event.kind(), event.tag(), location)
              : structure.event(thread, event.kind(), event.tag(), location);
      values[e] = event.value();
      rmwRead[e] = event.rmwRead() < 0 ? -1 : first + event.rmwRead();
      if (rmwRead[e] >= 0) {
        structure.rmw(rmwRead[e], e);
      }
      if (event.kind() != EventKind.FENCE) {
        accesses.get(location).add(e);
      }
      for (long rest = event.addr(); rest != 0; rest &= rest - 1) {
        structure.addr(first + Long.numberOfTrailingZeros(rest), e);
      }
      for (long rest = event.data(); rest != 0; rest &= rest - 1) {
        structure.data(first + Long.numberOfTrailingZeros(rest), e);
      }
      for (long rest = event.ctrl(); rest != 0; rest &= rest - 1) {
        structure.ctrl(first + Long.numberOfTrailingZeros(rest), e);
      }
    }
  }

  void requireAddresses(Addresses addresses) {
    locations.keySet().forEach(addresses::require);
  }

  /** The number of a location in the event structure, or -1 if no thread accesses it. */
  int location(long address) {
    return locations.getOrDefault(address, -1);
  }
}
