package org.vmacheck.checks.litmus.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vmacheck.checks.engine.explore.graph.Dependencies;
import org.vmacheck.checks.engine.explore.graph.Label;
import org.vmacheck.checks.engine.explore.graph.Threads;
import org.vmacheck.checks.litmus.syntax.LitmusTest;
import org.vmacheck.checks.lkmm.EventKind;
import org.vmacheck.checks.lkmm.Tag;
import org.vmacheck.model.memory.Order;

/**
 * A litmus test as the explorer sees a program: the traces of each thread as a tree that forks
 * where a read may return this or that, with exact dependencies.
 */
final class LitmusThreads implements Threads {
  /** The explorer has no such step. */
  static final class NoSuchStep extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchStep(Tag tag) {
      super(tag.toString());
    }
  }

  /** A place in the code of a thread: what comes next, and where that leads by the value read. */
  private static final class Node {
    private TraceEvent event;
    private final Map<Long, TraceEvent> writes = new HashMap<>();
    private final Map<Long, Node> next = new HashMap<>();
    private Map<String, Long> registers;
  }

  private final List<Node> roots = new ArrayList<>();
  private final Map<Long, Integer> locations = new HashMap<>();
  private final List<Long> initial = new ArrayList<>();
  private final ValueDomain domain;

  LitmusThreads(LitmusTest test) {
    InitialState start = new InitialState(test);
    domain = new TraceSets(test.threads(), start).domain();
    for (int t = 0; t < test.threads().size(); t++) {
      Node root = new Node();
      new ThreadInterpreter(test.threads().get(t), start.registers.get(t), domain, start.addresses)
          .traces()
          .forEach(trace -> grow(root, trace));
      roots.add(root);
    }
  }

  private void grow(Node root, ThreadTrace trace) {
    Node node = root;
    List<TraceEvent> events = trace.events();
    for (int i = 0; i < events.size(); i++) {
      TraceEvent event = events.get(i);
      node.event = event;
      if (event.address() != TraceEvent.NOWHERE
          && locations.putIfAbsent(event.address(), locations.size()) == null) {
        initial.add(domain.initial(event.address()));
      }
      long value = event.kind() == EventKind.READ ? event.value() : 0;
      if (i + 1 < events.size() && events.get(i + 1).rmwRead() == i) {
        node.writes.put(value, events.get(++i));
      }
      node = node.next.computeIfAbsent(value, v -> new Node());
    }
    node.registers = trace.registers();
  }

  /** The local variables of a thread at a step that ends it. */
  @SuppressWarnings("unchecked")
  static Map<String, Long> registers(Label end) {
    return (Map<String, Long>) end.note;
  }

  @Override
  public int count() {
    return roots.size();
  }

  @Override
  public Label first(int thread) {
    return label(roots.get(thread), Label.start(), 0);
  }

  @Override
  public Label after(int thread, Label label, long value) {
    Label known = label.successor(value);
    if (known != null) {
      return known;
    }
    Node node = ((Node) label.note).next.get(label.reads() ? value : 0L);
    Label next = label(node, label, label.reads() ? value : 0);
    label.link(value, next);
    return next;
  }

  private Label label(Node node, Label parent, long value) {
    if (node == null) {
      // a loop that was cut
      return Label.last(parent, value, Label.Type.BLOCKED, null);
    }
    if (node.event == null) {
      return Label.last(parent, value, Label.Type.END, node.registers);
    }
    Label label =
        switch (node.event.kind()) {
          case READ -> read(node, parent, value);
          case WRITE -> write(node.event, parent, value);
          case FENCE -> Label.fence(parent, value, fence(node.event.tag()), 0);
        };
    label.note = node;
    TraceEvent write = node.writes.isEmpty() ? node.event : node.writes.values().iterator().next();
    return label.depending(
        new Dependencies(
            steps(node.event.addr(), parent, value),
            steps(write.data(), parent, value),
            steps(node.event.ctrl(), parent, value)));
  }

  private Label read(Node node, Label parent, long value) {
    TraceEvent event = node.event;
    int cell = locations.get(event.address());
    if (event.tag() == Tag.LOCK) {
      return Label.update(parent, value, cell, Order.ACQUIRE, null, v -> 1)
          .awaiting(v -> v == 0, parent.depth + 1)
          .as(Label.Role.LOCK);
    }
    if (!event.atomic()) {
      return Label.read(parent, value, cell, order(event.tag()));
    }
    return Label.update(
        parent,
        value,
        cell,
        order(event.tag()),
        node.writes::containsKey,
        v -> node.writes.get(v).value());
  }

  private Label write(TraceEvent event, Label parent, long value) {
    int cell = locations.get(event.address());
    if (event.tag() == Tag.UNLOCK) {
      return Label.write(parent, value, cell, Order.RELEASE, 0).as(Label.Role.LOCK);
    }
    return Label.write(parent, value, cell, order(event.tag()), event.value());
  }

  /** Positions among a thread's events as positions among its steps: an update is two events. */
  private static long steps(long events, Label parent, long value) {
    List<Label> history = new ArrayList<>();
    List<Long> read = new ArrayList<>();
    long next = value;
    for (Label s = parent; s.type != Label.Type.START; s = s.parent) {
      history.add(0, s);
      read.add(0, next);
      next = s.parentValue;
    }
    long result = 0;
    int event = 0;
    for (int i = 0; i < history.size(); i++) {
      result |= (events >>> event & 1) << i;
      event += ((Node) history.get(i).note).writes.containsKey(read.get(i)) ? 2 : 1;
    }
    // what is left is the read of this very update
    return result | (events >>> event & 1) << history.size();
  }

  private static Order order(Tag tag) {
    return switch (tag) {
      case PLAIN -> Order.PLAIN;
      case ONCE -> Order.ONCE;
      case ACQUIRE -> Order.ACQUIRE;
      case RELEASE -> Order.RELEASE;
      case MB -> Order.FULL;
      default -> throw new NoSuchStep(tag);
    };
  }

  private static Label.Fence fence(Tag tag) {
    return switch (tag) {
      case MB -> Label.Fence.MB;
      case RMB -> Label.Fence.RMB;
      case WMB -> Label.Fence.WMB;
      case RCU_LOCK -> Label.Fence.RCU_LOCK;
      case RCU_UNLOCK -> Label.Fence.RCU_UNLOCK;
      case SYNC_RCU -> Label.Fence.RCU_SYNC;
      default -> throw new NoSuchStep(tag);
    };
  }

  @Override
  public long initial(int location) {
    return initial.get(location);
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
