package org.vmacheck.checks.litmus.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vmacheck.checks.lkmm.EventKind;
import org.vmacheck.checks.lkmm.EventStructure;
import org.vmacheck.checks.lkmm.Relation;

/**
 * All ways in which the accesses of one location can be ordered so that the location by itself is
 * coherent and its read-modify-writes are atomic.
 */
final class LocationOrders {
  /**
   * One way.
   *
   * @param writes in coherence order, the initial write first
   * @param reads the reads, each with what it reads from at the same index of {@code sources}
   */
  record Order(int[] writes, int[] reads, int[] sources) {
    void addTo(Relation rf, Relation co) {
      for (int i = 0; i < reads.length; i++) {
        rf.add(sources[i], reads[i]);
      }
      for (int i = 0; i < writes.length; i++) {
        for (int j = i + 1; j < writes.length; j++) {
          co.add(writes[i], writes[j]);
        }
      }
    }

    int lastWrite() {
      return writes[writes.length - 1];
    }
  }

  private final Combination combination;
  private final Effort effort;
  private final EventStructure structure;
  private final List<Integer> accesses;
  private final int[] writes;
  private final int[] reads;

  /** The place of each write in the coherence order so far, by event; -1 if it has none. */
  private final int[] place;

  private final int[] order;
  private final int[] source;
  private final List<Order> found = new ArrayList<>();

  private LocationOrders(Combination combination, int location, Effort effort) {
    this.effort = effort;
    this.combination = combination;
    structure = combination.structure;
    accesses = combination.accesses.get(location);
    writes = ofKind(EventKind.WRITE);
    reads = ofKind(EventKind.READ);
    place = new int[structure.size()];
    Arrays.fill(place, -1);
    order = new int[writes.length];
    source = new int[structure.size()];
    Arrays.fill(source, -1);
  }

  /** The ways for one location; none if its reads cannot have their values. */
  static List<Order> of(Combination combination, int location, Effort effort) {
    LocationOrders orders = new LocationOrders(combination, location, effort);
    orders.order[0] = orders.writes[0];
    orders.place[orders.writes[0]] = 0;
    orders.placeWrites(1);
    return orders.found;
  }

  private int[] ofKind(EventKind kind) {
    return accesses.stream().filter(e -> structure.kind(e) == kind).mapToInt(e -> e).toArray();
  }

  private void placeWrites(int next) {
    effort.spend(5L * writes.length);
    if (next == writes.length) {
      serveReads(0);
      return;
    }
    int thread = EventStructure.INITIAL;
    for (int write : writes) {
      // of each thread only the first write that is left
      if (place[write] >= 0 || structure.thread(write) == thread) {
        continue;
      }
      thread = structure.thread(write);
      int read = combination.rmwRead[write];
      if (read >= 0) {
        if (combination.values[read] != combination.values[order[next - 1]]) {
          continue;
        }
        source[read] = order[next - 1];
      }
      order[next] = write;
      place[write] = next;
      placeWrites(next + 1);
      place[write] = -1;
    }
  }

  /** Chooses for each read that is not part of a successful read-modify-write. */
  private void serveReads(int index) {
    effort.spend(accesses.size());
    if (index == reads.length) {
      if (coherent()) {
        int[] sources = new int[reads.length];
        for (int i = 0; i < reads.length; i++) {
          sources[i] = source[reads[i]];
        }
        found.add(new Order(order.clone(), reads, sources));
      }
      return;
    }
    int read = reads[index];
    if (isHalf(read)) {
      serveReads(index + 1);
      return;
    }
    int least = 0;
    int bound = writes.length;
    for (int e : accesses) {
      if (structure.thread(e) == structure.thread(read) && place[e] >= 0) {
        if (e < read) {
          least = Math.max(least, place[e]);
        } else {
          bound = Math.min(bound, place[e]);
        }
      }
    }
    for (int p = least; p < bound; p++) {
      if (combination.values[order[p]] == combination.values[read]) {
        source[read] = order[p];
        serveReads(index + 1);
      }
    }
  }

  private boolean isHalf(int read) {
    for (int write : writes) {
      if (combination.rmwRead[write] == read) {
        return true;
      }
    }
    return false;
  }

  /** Whether no thread goes back in coherence order; accesses stand in program order by thread. */
  private boolean coherent() {
    int thread = EventStructure.INITIAL;
    int least = 0;
    for (int e : accesses) {
      if (structure.thread(e) != thread) {
        thread = structure.thread(e);
        least = 0;
      }
      int p = structure.kind(e) == EventKind.WRITE ? place[e] : place[source[e]];
      if (p < least) {
        return false;
      }
      least = p;
    }
    return true;
  }
}
