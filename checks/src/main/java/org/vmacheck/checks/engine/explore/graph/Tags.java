package org.vmacheck.checks.engine.explore.graph;

import org.vmacheck.checks.lkmm.EventKind;
import org.vmacheck.checks.lkmm.Tag;
import org.vmacheck.model.memory.Order;

/** What the events of a graph are in LKMM's terms. */
final class Tags {

  private Tags() {}

  /** The tag of an access, or of a free, which is a write of a location of its own. */
  static Tag ofAccess(ExecutionGraph g, int event) {
    Label label = g.label[event];
    if (g.isFree(event)) {
      return Tag.RELEASE;
    }
    boolean read = g.type[event] == ExecutionGraph.READ;
    return switch (label.role) {
      case ORDINARY -> ofOrder(label.order, read ? EventKind.READ : EventKind.WRITE);
      case NORETURN -> Tag.NORETURN;
      case SRCU -> read ? Tag.SRCU_LOCK : Tag.SRCU_UNLOCK;
      case LOCK ->
          switch (label.type) {
            case WRITE -> Tag.UNLOCK;
            case READ -> g.value[event] == 0 ? Tag.UNLOCKED : Tag.LOCKED;
            default -> g.exclusive[event] ? Tag.LOCK : Tag.LOCKED;
          };
    };
  }

  private static Tag ofOrder(Order order, EventKind kind) {
    return switch (order) {
      case PLAIN -> Tag.PLAIN;
      case ONCE -> Tag.ONCE;
      case ACQUIRE -> kind == EventKind.READ ? Tag.ACQUIRE : Tag.ONCE;
      case RELEASE -> kind == EventKind.WRITE ? Tag.RELEASE : Tag.ONCE;
      case FULL -> Tag.MB;
    };
  }

  /** Whether the event is part of a read-modify-write, failed ones included; locks are not. */
  static boolean isAtomic(Label label) {
    return label.type == Label.Type.UPDATE && label.role != Label.Role.LOCK;
  }
}
