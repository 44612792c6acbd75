package org.vmacheck.checks.engine.explore.graph;

import java.util.Arrays;

/**
 * What executes before given events by {@code hb} and {@code pb} in a graph as it is now: backwards
 * along the {@link SettledOrder}, and over coherence and from-reads between threads, with which a
 * {@code prop} may begin. Grace periods are strong fences here and no more.
 *
 * <p>A {@code prop} that ends in a thread counts if it began there ({@code hb}), or if a strong
 * fence follows ({@code pb}); so there is a set of what may go on to its end for each thread, and
 * one for strong fences.
 */
final class ExecutesBefore {

  private static final int NONE = -1;

  private final ExecutionGraph g;
  private final ThreadOrder thread;
  private final SettledOrder settled;
  private final int strong;

  /** What is found, and which of it has been looked at. */
  private final BitRows found = new BitRows();

  /** From where a {@code prop} goes on to an end in each thread, and to a strong fence. */
  private final BitRows ways = new BitRows();

  private final BitRows followed = new BitRows();
  private final BitRows scratch = new BitRows();

  /** An event that is looked for as one that comes before, and whether it does. */
  private int target;

  private boolean met;

  ExecutesBefore(ExecutionGraph graph, ThreadOrder thread, SettledOrder settled) {
    g = graph;
    this.thread = thread;
    this.settled = settled;
    strong = graph.threads;
    found.ensureRows(2);
    ways.ensureRows(strong + 1);
    followed.ensureRows(strong + 1);
    scratch.ensureRows(1);
  }

  /** Whether the last event of a thread comes before itself. */
  boolean cycleThrough(int event) {
    if (!thread.is(ThreadOrder.MARKED, event)) {
      return false;
    }
    begin();
    addEvent(event);
    // prop from an event to itself is no step of hb: it is followed before one looks for the event
    int t = g.thread[event];
    settled.addPropagated(event, ways, t);
    followWays(t);
    ways.clearRow(t);
    followed.clearRow(t);
    addToStrongWays(event);
    found.set(1, event);
    target = event;
    search();
    return met;
  }

  /** Finds what is settled to come before a set of events, these included. */
  void beginWith(long[] events) {
    begin();
    for (int i = 0; i < events.length; i++) {
      for (long left = events[i]; left != 0; left &= left - 1) {
        addEvent((i << 6) + Long.numberOfTrailingZeros(left));
      }
    }
  }

  /** Whether an event was found. */
  boolean contains(int event) {
    return found.get(0, event);
  }

  private void begin() {
    int words = g.sets.words;
    for (BitRows rows : new BitRows[] {found, ways, followed, scratch}) {
      rows.widen(words);
    }
    Arrays.fill(found.bits, 0, 2 * words, 0);
    Arrays.fill(ways.bits, 0, (strong + 1) * words, 0);
    Arrays.fill(followed.bits, 0, (strong + 1) * words, 0);
    met = false;
    target = NONE;
  }

  private void addEvent(int event) {
    found.orRow(0, settled.happens, event);
  }

  /** Finds all that comes before what was found. */
  void search() {
    int words = found.words;
    boolean again = true;
    while (again && !met) {
      again = false;
      for (int i = 0; i < words; i++) {
        for (long left = found.bits[i] & ~found.bits[words + i]; left != 0; left &= left - 1) {
          int y = (i << 6) + Long.numberOfTrailingZeros(left);
          found.set(1, y);
          again = true;
          if (thread.is(ThreadOrder.MARKED, y)) {
            settled.addPropagated(y, ways, g.thread[y]);
            addToStrongWays(y);
          }
        }
      }
      for (int way = 0; again && !met && way <= strong; way++) {
        followWays(way);
      }
    }
  }

  private void addToStrongWays(int event) {
    int fence = thread.mark(event, ThreadOrder.STRONG);
    if (fence >= 0) {
      ways.orRow(strong, settled.passedOn, fence);
    }
  }

  /** Where a write may go on, a prop may have begun with what it overwrites. */
  private void followWays(int way) {
    int words = ways.words;
    for (int i = 0; i < words; i++) {
      int at = way * words + i;
      long writes = ways.bits[at] & ~followed.bits[at];
      writes &= thread.kinds.bits[ThreadOrder.WRITES * words + i];
      followed.bits[at] |= writes;
      for (; writes != 0; writes &= writes - 1) {
        int w = (i << 6) + Long.numberOfTrailingZeros(writes);
        if (g.type[w] == ExecutionGraph.WRITE) {
          addOverwritten(way, w);
        }
      }
    }
  }

  private void addOverwritten(int way, int write) {
    int slot = g.slot[write];
    scratch.clearRow(0);
    for (int position = 0; ; position++) {
      int w = g.writeAt(slot, position);
      if (w == write) {
        break;
      }
      if (w >= 0) {
        scratch.set(0, w);
      }
      scratch.orRow(0, g.readersRows(position), g.readersRow(slot, position));
    }
    addBeginnings(way, g.last[g.thread[write]]);
  }

  /** Adds those in scratch that are in the right thread, and not in that of the write. */
  private void addBeginnings(int way, int lastOfThread) {
    int words = scratch.words;
    for (int i = 0; i < words; i++) {
      long left = scratch.bits[i] & thread.kinds.bits[ThreadOrder.MARKED * words + i];
      left &= ~thread.upTo.bits[lastOfThread * words + i];
      if (way < strong) {
        left &= thread.upTo.bits[g.last[way] * words + i];
      }
      if (target >= 0 && target >> 6 == i && (left >>> target & 1) != 0) {
        met = true;
        return;
      }
      left &= ~found.bits[i];
      for (; left != 0; left &= left - 1) {
        addEvent((i << 6) + Long.numberOfTrailingZeros(left));
      }
    }
  }
}
