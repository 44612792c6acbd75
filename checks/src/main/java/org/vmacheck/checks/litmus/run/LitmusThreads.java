package org.vmacheck.checks.litmus.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vmacheck.checks.engine.explore.graph.Dependencies;
import org.vmacheck.checks.engine.explore.graph.ExecutionGraph;
import org.vmacheck.checks.engine.explore.graph.Label;
import org.vmacheck.checks.engine.explore.graph.Threads;
import org.vmacheck.checks.litmus.syntax.LitmusTest;
import org.vmacheck.checks.lkmm.Tag;
import org.vmacheck.model.memory.Order;

/**
 * A litmus test as the explorer sees a program. A thread is run again for each history of values
 * that its reads returned; its labels state their dependencies exactly.
 */
final class LitmusThreads implements Threads {

  /**
   * Where a thread stands: the note of each label that is an event.
   *
   * @param read what its reads have returned
   * @param labelOf for each event so far the position of its label
   */
  private record Place(TraceEvent event, boolean reads, long[] read, int[] labelOf) {}

  private final List<ThreadReplay> replays = new ArrayList<>();
  private final Map<Long, Integer> cells = new HashMap<>();
  private final List<Long> addresses = new ArrayList<>();
  private final Map<Long, Long> initial;

  LitmusThreads(LitmusTest test, InitialState start) {
    initial = start.values;
    for (int t = 0; t < test.threads().size(); t++) {
      replays.add(new ThreadReplay(test.threads().get(t), start.registers.get(t), start.addresses));
    }
  }

  /** The local variables of a thread at a label that ends it. */
  @SuppressWarnings("unchecked")
  static Map<String, Long> registers(Label end) {
    return (Map<String, Long>) end.note;
  }

  /** The number of the cell at an address. */
  int cell(long address) {
    return cells.computeIfAbsent(
        address,
        a -> {
          addresses.add(a);
          return addresses.size() - 1;
        });
  }

  /** An access of what is not a location has a meaning in no model. */
  void requireAddresses(ExecutionGraph graph, Addresses known) {
    for (int t = 0; t < count(); t++) {
      for (int e = graph.lastOf(t); e >= 0; e = graph.previous(e)) {
        long address = ((Place) graph.label(e).note).event().address();
        if (address != TraceEvent.NOWHERE) {
          known.require(address);
        }
      }
    }
  }

  @Override
  public int count() {
    return replays.size();
  }

  @Override
  public Label first(int thread) {
    return next(thread, Label.start(), 0, new long[0], new int[0]);
  }

  @Override
  public Label after(int thread, Label label, long value) {
    Label known = label.successor(value);
    if (known != null) {
      return known;
    }
    Place place = (Place) label.note;
    long[] read = place.reads() ? ThreadReplay.append(place.read(), value) : place.read();
    int events = place.labelOf().length;
    int[] labelOf = Arrays.copyOf(place.labelOf(), events + (label.replaces(value) ? 2 : 1));
    Arrays.fill(labelOf, events, labelOf.length, label.depth - 1);
    Label next = next(thread, label, label.reads() ? value : 0, read, labelOf);
    label.link(value, next);
    return next;
  }

  private Label next(int thread, Label parent, long value, long[] read, int[] labelOf) {
    ThreadReplay replay = replays.get(thread);
    ThreadReplay.Next next = replay.next(read, labelOf.length);
    if (next instanceof ThreadReplay.End end) {
      return Label.last(parent, value, Label.Type.END, end.registers());
    }
    if (next instanceof ThreadReplay.Nowhere nowhere) {
      Label.Type type = nowhere.loop() ? Label.Type.CUT : Label.Type.BLOCKED;
      return Label.last(parent, value, type, null);
    }
    ThreadReplay.Event after = (ThreadReplay.Event) next;
    Place place = new Place(after.event(), after.reads(), read, labelOf);
    Label label =
        switch (after.event().kind()) {
          case READ -> read(replay, place, parent, value);
          case WRITE -> write(after.event(), parent, value);
          case FENCE -> fence(after.event(), parent, value);
        };
    label.note = place;
    return label.depending(dependencies(replay, place, label));
  }

  private Dependencies dependencies(ThreadReplay replay, Place place, Label label) {
    TraceEvent event = place.event();
    int own = label.depth - 1;
    return new Dependencies(
        labels(event.addr(), place, own),
        labels(event.ctrl(), place, own),
        read ->
            labels(label.reads() ? written(replay, place, read).data() : event.data(), place, own));
  }

  /** Positions among a thread's events as positions among its labels: an update is two events. */
  private static long labels(long events, Place place, int own) {
    long result = 0;
    for (long rest = events; rest != 0; rest &= rest - 1) {
      int event = Long.numberOfTrailingZeros(rest);
      result |= 1L << (event < place.labelOf().length ? place.labelOf()[event] : own);
    }
    return result;
  }

  private Label read(ThreadReplay replay, Place place, Label parent, long value) {
    TraceEvent event = place.event();
    int cell = cell(event.address());
    return switch (event.tag()) {
      case LOCK -> {
        Label take = Label.update(parent, value, cell, Order.ACQUIRE, v -> v == 0, v -> 1);
        // of a trylock the memory says whether it succeeds; a lock waits
        yield (place.reads() ? take : take.awaiting(v -> v == 0, parent.depth + 1))
            .as(Label.Role.LOCK);
      }
      case LOCKED, UNLOCKED -> Label.read(parent, value, cell, Order.ONCE).as(Label.Role.LOCK);
      case SRCU_LOCK -> Label.read(parent, value, cell, Order.ONCE).as(Label.Role.SRCU);
      default -> {
        if (!event.atomic()) {
          yield Label.read(parent, value, cell, order(event.tag()));
        }
        Label update =
            Label.update(
                parent,
                value,
                cell,
                order(event.tag()),
                v -> written(replay, place, v) != null,
                v -> written(replay, place, v).value());
        yield event.tag() == Tag.NORETURN ? update.as(Label.Role.NORETURN) : update;
      }
    };
  }

  /** What an update that read this value writes, or null. */
  private static TraceEvent written(ThreadReplay replay, Place place, long read) {
    long[] values = place.reads() ? ThreadReplay.append(place.read(), read) : place.read();
    return replay.written(values, place.labelOf().length);
  }

  private Label write(TraceEvent event, Label parent, long value) {
    int cell = cell(event.address());
    return switch (event.tag()) {
      case UNLOCK -> Label.write(parent, value, cell, Order.RELEASE, 0).as(Label.Role.LOCK);
      case SRCU_UNLOCK ->
          Label.write(parent, value, cell, Order.ONCE, event.value()).as(Label.Role.SRCU);
      default -> Label.write(parent, value, cell, order(event.tag()), event.value());
    };
  }

  private Label fence(TraceEvent event, Label parent, long value) {
    int cell = event.tag() == Tag.SYNC_SRCU ? cell(event.address()) : 0;
    return Label.fence(parent, value, fence(event.tag()), cell);
  }

  private static Order order(Tag tag) {
    return switch (tag) {
      case PLAIN -> Order.PLAIN;
      case ONCE, NORETURN -> Order.ONCE;
      case ACQUIRE -> Order.ACQUIRE;
      case RELEASE -> Order.RELEASE;
      case MB -> Order.FULL;
      default -> throw new IllegalArgumentException(tag.toString());
    };
  }

  private static Label.Fence fence(Tag tag) {
    return switch (tag) {
      case MB -> Label.Fence.MB;
      case RMB -> Label.Fence.RMB;
      case WMB -> Label.Fence.WMB;
      case BARRIER -> Label.Fence.BARRIER;
      case RCU_LOCK -> Label.Fence.RCU_LOCK;
      case RCU_UNLOCK -> Label.Fence.RCU_UNLOCK;
      case SYNC_RCU -> Label.Fence.RCU_SYNC;
      case SYNC_SRCU -> Label.Fence.SRCU_SYNC;
      case BEFORE_ATOMIC -> Label.Fence.BEFORE_ATOMIC;
      case AFTER_ATOMIC -> Label.Fence.AFTER_ATOMIC;
      case AFTER_SPINLOCK -> Label.Fence.AFTER_SPINLOCK;
      case AFTER_UNLOCK_LOCK -> Label.Fence.AFTER_UNLOCK_LOCK;
      case AFTER_SRCU_READ_UNLOCK -> Label.Fence.AFTER_SRCU_READ_UNLOCK;
      default -> throw new IllegalArgumentException(tag.toString());
    };
  }

  @Override
  public long initial(int location) {
    return initial.getOrDefault(addresses.get(location), 0L);
  }

  @Override
  public int object(int location) {
    return -1;
  }

  @Override
  public boolean leadsTo(int location, long value, int object) {
    return false;
  }

  @Override
  public boolean mayRace(int location) {
    return false;
  }

  @Override
  public boolean daemon(int thread) {
    return false;
  }
}
