package org.vmacheck.checks.engine.explore.graph;

import java.util.BitSet;
import org.vmacheck.checks.engine.explore.graph.Label.Fence;
import org.vmacheck.checks.engine.explore.graph.Label.Type;
import org.vmacheck.model.memory.Order;

/**
 * Accesses of one kind that a thread makes to a cell, taken as far forward as LKMM lets them come:
 * before accesses of other cells that they do not depend on, as a processor executes them early.
 *
 * <p>Two accesses that come next to each other in a thread, are once-only (or the one passed is
 * plain), go to different cells and do not depend on each other are not ordered by {@code ppo}, and
 * every other relation of LKMM asks only on which side of a fence, an acquire, a release or a lock
 * they are. So to make them in the other order gives the same program, but for the order of their
 * events.
 */
public record EarlyAccess(int thread, Type type, int location) {

  /** How many accesses it may come before. */
  static final int WINDOW = 8;

  /** Whether it is a write, which others see; the rest is early only so that a write can be. */
  public boolean writes() {
    return type == Type.WRITE || type == Type.UPDATE;
  }

  /** Whether a step may be made early at all: an access, or a fence for the writes after it. */
  static boolean isMovable(Label step) {
    return switch (step.type) {
      case READ, WRITE -> isRelaxed(step);
      case UPDATE -> step.order == Order.ONCE && isRelaxed(step);
      case FENCE -> step.fence == Fence.WMB;
      default -> false;
    };
  }

  /**
   * Whether it may come before a step that it does not depend on. Whether borders of RCU sections
   * are passed, and updates, is for those to say who know what else there is.
   */
  boolean passes(Label other) {
    if (type == Type.FENCE) {
      return other.type == Type.READ && isRelaxed(other);
    }
    return switch (other.type) {
      case READ, WRITE, UPDATE -> isRelaxed(other) && other.location != location;
      case FENCE ->
          switch (other.fence) {
            case RMB -> type == Type.WRITE;
            case WMB -> type == Type.READ;
            case RCU_LOCK, RCU_UNLOCK -> true;
            default -> false;
          };
      default -> false;
    };
  }

  /** Whether it orders nothing, does not wait, and is not part of a lock. */
  private static boolean isRelaxed(Label step) {
    return (step.order == Order.ONCE || step.order == Order.PLAIN)
        && step.awaited == null
        && (step.role == Label.Role.ORDINARY || step.role == Label.Role.NORETURN);
  }

  /**
   * The cells of the reads that a step might pass, with all between, if it is one of these. What it
   * has to come after may have passed them before it: a fence for writes, a read of the same cell.
   */
  BitSet readsToPass(Label step) {
    BitSet cells = new BitSet();
    Label before = is(step) ? step.parent : null;
    for (int i = 0; i < WINDOW && before != null && mayPass(before); i++) {
      if (before.reads()) {
        cells.set(before.location);
      }
      before = before.parent;
    }
    return cells;
  }

  private boolean mayPass(Label other) {
    boolean takenAlong =
        other.type == Type.FENCE
            ? writes() && other.fence == Fence.WMB
            : type != Type.FENCE && other.location == location && isMovable(other);
    return passes(other) || takenAlong;
  }

  /** Whether a step is one of these. */
  boolean is(Label step) {
    return step.type == type && step.location == location && isMovable(step);
  }
}
