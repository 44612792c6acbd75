package org.vmacheck.checks.engine.explore.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vmacheck.checks.engine.explore.graph.Step.Kind;

/**
 * Visits every consistent execution of a program exactly once: TruSt (Kokologiannakis, Marmanis,
 * Gladstein, Vafeiadis: Truly Stateless, Optimal Dynamic Partial Order Reduction, POPL 2022).
 *
 * <p>The graph is extended by one event at a time. A read branches over the writes that it may read
 * from. A write branches over its places in coherence order, and then over the reads already in the
 * graph that may read from it instead: a <em>backward revisit</em>, after which everything added
 * after that read is gone, but for what the write depends on ({@code porf}). To get to each graph
 * only once, a revisit is made only from the graph in which everything that it removes was
 * <em>maximally added</em>: read the last write there was, or became it.
 */
public final class Explorer {

  private static final int NONE = -1;
  private static final int ANY = -2;

  private final Threads program;
  private final MemoryModel model;
  private final Visitor visitor;
  private final boolean tso;
  private final boolean strict;
  private final List<ExecutionGraph> pool = new ArrayList<>();
  private int depth;
  private long visits;
  private Subtrees shared;
  private int level;
  private int met;
  private boolean stopped;

  /** What is followed, or null: then every execution is explored. */
  private Choices choices;

  /** Rows that recursion saves in, for taking back changes to other events. */
  private long[] saved = new long[1024];

  private int savedLongs;

  public Explorer(Threads program, MemoryModel model, Visitor visitor) {
    this.program = program;
    this.model = model;
    this.visitor = visitor;
    this.tso = model.readsPassWrites();
    this.strict = model.keepsOrder();
  }

  /** Visits all of them, or as many as the visitor wants to. Returns whether it was all. */
  public boolean explore() {
    ExecutionGraph graph = graphAt(0);
    depth = 1;
    for (int t = 0; t < program.count(); t++) {
      graph.pending[t] = program.first(t);
    }
    visit(graph);
    return !stopped;
  }

  private ExecutionGraph graphAt(int level) {
    if (level == pool.size()) {
      pool.add(new ExecutionGraph(program.count(), tso, !strict));
    }
    return pool.get(level);
  }

  /** Leaves to other explorers of the program what they have taken; before {@link #explore}. */
  public void share(Subtrees subtrees) {
    shared = subtrees;
  }

  /** Takes these steps and no others, and then looks at where they lead. */
  public void follow(Choices steps) {
    choices = steps;
  }

  private void visit(ExecutionGraph g) {
    if (stopped || (shared != null && level == shared.level && !shared.take(met++))) {
      return;
    }
    level++;
    extend(g);
    level--;
  }

  private void extend(ExecutionGraph g) {
    if ((++visits & 0x3ff) == 0 && !visitor.tick()) {
      stopped = true;
      return;
    }
    if (choices != null && choices.goesOn()) {
      followNext(g);
      return;
    }
    if (g.frees > 0 && !Frees.check(g, program, model, visitor)) {
      stopped = true;
    }
    int t = next(g);
    if (stopped) {
      return;
    }
    if (t < 0) {
      end(g);
    } else if (choices == null) {
      step(g, t);
    }
  }

  /** The next of the steps that are followed, if its thread has one. */
  private void followNext(ExecutionGraph g) {
    int t = choices.next();
    if (t < g.threads) {
      switch (g.pending[t].kind) {
        case READ, WRITE, UPDATE, FENCE -> step(g, t);
        default -> {}
      }
    }
  }

  /** The coherence position that the step that is followed chooses, or {@link #ANY}. */
  private int chosen(int top) {
    return choices == null ? ANY : Math.max(choices.position(top), NONE);
  }

  private static boolean only(int chosen, int position) {
    return chosen == ANY || chosen == position;
  }

  /** Extends the graph by the next step of a thread, in all ways. */
  private void step(ExecutionGraph g, int t) {
    Step step = g.pending[t];
    if (g.mustWrite(t)) {
      completeUpdate(g, t, step);
      return;
    }
    switch (step.kind) {
      case READ, UPDATE -> read(g, t, step);
      case WRITE -> write(g, t, step);
      case FENCE -> fence(g, t, step);
      default -> throw new IllegalStateException(step.kind.toString());
    }
  }

  /**
   * The thread whose event comes next: an update is completed first, then writes and fences, then
   * reads, and reads that would have to wait come last.
   */
  private int next(ExecutionGraph g) {
    int reader = -1;
    int waiter = -1;
    int other = -1;
    for (int t = 0; t < g.threads; t++) {
      Step s = g.pending[t];
      switch (s.kind) {
        case UPDATE, READ -> {
          if (g.mustWrite(t)) {
            return t;
          }
          if (reader < 0) {
            if (s.awaited == null || s.awaited.test(lastValue(g, s))) {
              reader = t;
            } else if (waiter < 0) {
              waiter = t;
            }
          }
        }
        case WRITE, FENCE -> {
          if (other < 0) {
            other = t;
          }
        }
        case BUG -> reportBug(g, t);
        default -> {}
      }
    }
    return other >= 0 ? other : reader >= 0 ? reader : waiter;
  }

  private void reportBug(ExecutionGraph g, int t) {
    if (!stopped && model.acceptsEnd(g)) {
      stopped = !visitor.bug(g, t);
    }
  }

  private long lastValue(ExecutionGraph g, Step s) {
    int slot = g.knownSlot(s.location);
    return slot < 0 ? program.initial(s.location) : g.valueAt(slot, g.coSize[slot]);
  }

  private void end(ExecutionGraph g) {
    if (shared != null && level <= shared.level && !shared.take(met++)) {
      return;
    }
    boolean waiting = false;
    boolean stuck = true;
    for (int t = 0; t < g.threads; t++) {
      if (g.pending[t].kind == Kind.BLOCKED && !program.daemon(t)) {
        waiting = true;
        stuck &= readsLast(g, t);
      }
    }
    if (!model.acceptsEnd(g)) {
      return;
    }
    boolean on = waiting ? visitor.blocked(g, stuck) : visitor.complete(g);
    if (on && !waiting && visitor.wantsDataRaces()) {
      DataRace race = model.dataRace(g);
      on = race == null || visitor.dataRace(g, race);
    }
    stopped |= !on;
  }

  /** Whether the reads of a thread's failed wait all read the last writes to their cells. */
  private boolean readsLast(ExecutionGraph g, int t) {
    int e = g.last[t];
    int start = g.step[e].awaitStart;
    while (e >= 0 && g.step[e].depth >= start) {
      if (g.type[e] == ExecutionGraph.READ
          && g.positionOf(g.slot[e], g.source[e]) != g.coSize[g.slot[e]]) {
        return false;
      }
      e = g.previous[e];
    }
    return true;
  }

  /** Moves a thread on after its event, which read this value. */
  private void advance(ExecutionGraph g, int t, Step step, long value) {
    g.pending[t] = program.after(t, step, value);
  }

  private void fence(ExecutionGraph g, int t, Step step) {
    int e = g.add(t, step, ExecutionGraph.FENCE, -1);
    beginSync(g, e);
    // where a read section begins, its reads begin; all else waits for the writes before it
    boolean section = step.fence == Step.Fence.RCU_LOCK;
    inherit(g, e, !section);
    passOn(g, e, step.fence == Step.Fence.MB || step.fence == Step.Fence.RCU_SYNC);
    if (step.fence == Step.Fence.RCU_SYNC) {
      g.gracePeriods++;
    } else if (step.fence == Step.Fence.FREE) {
      g.frees++;
    }
    advance(g, t, step, 0);
    visit(g);
    if (step.fence == Step.Fence.RCU_SYNC) {
      g.gracePeriods--;
    } else if (step.fence == Step.Fence.FREE) {
      g.frees--;
    }
    g.removeLast();
    g.pending[t] = step;
  }

  /** What is before an event by its thread alone. */
  private void inherit(ExecutionGraph g, int e, boolean asWrite) {
    if (!strict) {
      Preserved.inherit(g, e);
      return;
    }
    int p = g.previous[e];
    if (p < 0) {
      g.before.clearRow(e);
    } else {
      g.before.copyRow(e, asWrite ? g.toWrites : g.toReads, p);
      g.close(g.before, e);
    }
  }

  private void beginSync(ExecutionGraph g, int e) {
    if (!strict) {
      Synchronization.begin(g, e);
    }
  }

  private void beginWrite(ExecutionGraph g, int e) {
    g.readers.clearRow(e);
    if (!strict) {
      Synchronization.begin(g, e);
      Synchronization.release(g, e);
    }
  }

  /** What is before the thread's next event, now that this one is complete. */
  private void passOn(ExecutionGraph g, int e, boolean barrier) {
    if (!strict) {
      Preserved.passOn(g, e, program);
      return;
    }
    BitRows toReads = g.toReads;
    if (!tso) {
      toReads.copyRow(e, g.before, e);
      toReads.set(e, e);
      return;
    }
    BitRows toWrites = g.toWrites;
    int p = g.previous[e];
    if (p < 0) {
      toWrites.clearRow(e);
      toReads.clearRow(e);
    } else {
      toWrites.copyRow(e, toWrites, p);
      toReads.copyRow(e, toReads, p);
    }
    toWrites.orRow(e, g.before, e);
    toWrites.set(e, e);
    if (barrier) {
      toReads.copyRow(e, toWrites, e);
    } else if (g.type[e] == ExecutionGraph.READ || beginsSection(g, e)) {
      toReads.orRow(e, g.before, e);
      toReads.set(e, e);
    }
  }

  private static boolean beginsSection(ExecutionGraph g, int e) {
    return g.type[e] == ExecutionGraph.FENCE && g.step[e].fence == Step.Fence.RCU_LOCK;
  }

  /** The lowest coherence position that a new event of a thread may read from, or come after. */
  private int earliest(ExecutionGraph g, int t, int slot, int e) {
    int[] co = g.co[slot];
    int i = g.coSize[slot];
    while (i > 0) {
      int w = co[i - 1];
      if (g.thread[w] == t
          || (strict ? g.before.get(e, w) : g.sync.get(e, w) || readByThread(g, w, t, e))) {
        return i;
      }
      i--;
    }
    return 0;
  }

  private static boolean readByThread(ExecutionGraph g, int w, int t, int porfOf) {
    if (!g.readers.intersects(w, g.porf, porfOf)) {
      return false;
    }
    for (int e = g.last[t]; e >= 0; e = g.previous[e]) {
      if (g.type[e] == ExecutionGraph.READ && g.source[e] == w) {
        return true;
      }
    }
    return false;
  }

  private void read(ExecutionGraph g, int t, Step step) {
    int slots = g.slots;
    int slot = g.slotOf(step.location, program.initial(step.location));
    int e = g.add(t, step, ExecutionGraph.READ, slot);
    g.readsOf.set(slot, e);
    inherit(g, e, step.kind == Kind.UPDATE);
    beginSync(g, e);
    int lowest = earliest(g, t, slot, e);
    int top = g.coSize[slot];
    int chosen = chosen(top);
    for (int i = top; i >= lowest && !stopped; i--) {
      if (only(chosen, i) && (i == top || step.passes(g.valueAt(slot, i)))) {
        readFrom(g, t, step, e, i);
      }
    }
    g.pending[t] = step;
    g.readsOf.clear(slot, e);
    g.removeLast();
    g.forgetSlots(slots);
  }

  /** Lets a read that is last in its thread read from a coherence position, and goes on. */
  private void readFrom(ExecutionGraph g, int t, Step step, int e, int i) {
    int slot = g.slot[e];
    int w = g.writeAt(slot, i);
    long value = g.valueAt(slot, i);
    boolean update = step.kind == Kind.UPDATE;
    boolean replaces = update && step.replaces(value);
    g.source[e] = w;
    g.value[e] = value;
    g.exclusive[e] = replaces;
    inherit(g, e, update);
    // program order alone is in porf until now
    int p = g.previous[e];
    if (p < 0) {
      g.porf.clearRow(e);
    } else {
      g.porf.copyRow(e, g.porf, p);
      g.porf.set(e, p);
    }
    beginSync(g, e);
    if (!strict) {
      Synchronization.acquire(g, e);
    }
    if (w >= 0) {
      g.porf.orRow(e, g.porf, w);
      g.porf.set(e, w);
      if (!tso || g.thread[w] != t) {
        g.before.orRow(e, g.before, w);
        g.before.set(e, w);
        g.close(g.before, e);
      }
    }
    passOn(g, e, update && tso);
    BitRows readers = g.readersRows(i);
    int readersRow = g.readersRow(slot, i);
    readers.set(readersRow, e);
    if (i == g.coSize[slot]) {
      follow(g, t, step, value, replaces);
    } else {
      int next = g.co[slot][i];
      boolean wasOrdered = g.ordered;
      if (!strict && g.before.get(e, next)) {
        g.ordered = false;
      }
      int words = g.sets.words;
      boolean wasExtended = extend(g, next, e);
      if (g.ordered || model.consistent(g)) {
        follow(g, t, step, value, replaces);
      }
      takeBack(g, next, wasExtended, words);
      g.ordered = wasOrdered;
    }
    g.readersRows(i).clear(readersRow, e);
  }

  private void follow(ExecutionGraph g, int t, Step step, long value, boolean replaces) {
    if (replaces) {
      g.pending[t] = step;
      completeUpdate(g, t, step);
    } else if (!step.passes(value)) {
      g.pending[t] = Step.WAITING;
      visit(g);
    } else {
      advance(g, t, step, value);
      visit(g);
    }
  }

  /** Notes that {@code earlier} comes before an event that is not the newest. */
  private boolean extend(ExecutionGraph g, int event, int earlier) {
    boolean was = g.sets.get(ExecutionGraph.EXTENDED, event);
    int words = g.sets.words;
    if (savedLongs + words > saved.length) {
      saved = Arrays.copyOf(saved, 2 * saved.length + words);
    }
    System.arraycopy(g.before.bits, event * words, saved, savedLongs, words);
    savedLongs += words;
    g.before.orRow(event, g.before, earlier);
    g.before.set(event, earlier);
    g.sets.set(ExecutionGraph.EXTENDED, event);
    return was;
  }

  private void takeBack(ExecutionGraph g, int event, boolean wasExtended, int words) {
    savedLongs -= words;
    int now = g.sets.words;
    System.arraycopy(saved, savedLongs, g.before.bits, event * now, words);
    Arrays.fill(g.before.bits, event * now + words, (event + 1) * now, 0);
    if (!wasExtended) {
      g.sets.clear(ExecutionGraph.EXTENDED, event);
    }
  }

  private void write(ExecutionGraph g, int t, Step step) {
    int slots = g.slots;
    int slot = g.slotOf(step.location, program.initial(step.location));
    int e = g.add(t, step, ExecutionGraph.WRITE, slot);
    g.value[e] = step.value;
    g.exclusive[e] = false;
    beginWrite(g, e);
    placeAll(g, e, 0, -1);
    revisits(g, e);
    g.removeLast();
    g.forgetSlots(slots);
    g.pending[t] = step;
  }

  /** The write of an update whose read is the last event of the thread. */
  private void completeUpdate(ExecutionGraph g, int t, Step step) {
    int read = g.last[t];
    int slot = g.slot[read];
    int e = g.add(t, step, ExecutionGraph.WRITE, slot);
    g.value[e] = step.written(g.value[read]);
    g.exclusive[e] = true;
    beginWrite(g, e);
    placeAll(g, e, 0, -1);
    revisits(g, e);
    g.removeLast();
    g.pending[t] = step;
  }

  /**
   * Places a write, which is in its thread but not in coherence order, at every position that it
   * may have from {@code lowest} on.
   *
   * @param revisited a read that shall read from it, or -1
   */
  private void placeAll(ExecutionGraph g, int e, int lowest, int revisited) {
    int slot = g.slot[e];
    inherit(g, e, true);
    int from = Math.max(lowest, earliest(g, g.thread[e], slot, e));
    if (g.exclusive[e]) {
      int source = g.positionOf(slot, g.source[g.previous[e]]);
      if (source >= from && (source == g.coSize[slot] || !splitsUpdate(g, slot, source))) {
        place(g, e, source + 1, revisited);
      }
      return;
    }
    int chosen = chosen(g.coSize[slot]);
    for (int i = g.coSize[slot]; i >= from && !stopped; i--) {
      if (only(chosen, i) && (i == g.coSize[slot] || !splitsUpdate(g, slot, i))) {
        place(g, e, i + 1, revisited);
      }
    }
  }

  /** Whether the write at the next position belongs to an update that read from this one. */
  private static boolean splitsUpdate(ExecutionGraph g, int slot, int position) {
    return g.exclusive[g.co[slot][position]];
  }

  private void place(ExecutionGraph g, int e, int position, int revisited) {
    int slot = g.slot[e];
    int t = g.thread[e];
    inherit(g, e, true);
    int p = position - 1;
    if (p > 0) {
      int w = g.co[slot][p - 1];
      g.before.orRow(e, g.before, w);
      g.before.set(e, w);
    }
    BitRows readers = g.readersRows(p);
    int readersRow = g.readersRow(slot, p);
    if (!readers.isEmpty(readersRow)) {
      orBefore(g, e, readers, readersRow);
    }
    g.close(g.before, e);
    passOn(g, e, g.exclusive[e]);
    boolean last = position > g.coSize[slot];
    g.insert(slot, position, e);
    if (last) {
      goOn(g, t, e, revisited, position);
    } else {
      int next = g.co[slot][position];
      boolean wasOrdered = g.ordered;
      if (!strict && g.before.get(e, next)) {
        g.ordered = false;
      }
      int words = g.sets.words;
      boolean wasExtended = extend(g, next, e);
      if (g.ordered || model.consistent(g)) {
        goOn(g, t, e, revisited, position);
      }
      takeBack(g, next, wasExtended, words);
      g.ordered = wasOrdered;
    }
    g.takeOut(slot, position);
  }

  private void goOn(ExecutionGraph g, int t, int e, int revisited, int position) {
    if (revisited >= 0) {
      reread(g, revisited, position);
      return;
    }
    advance(g, t, g.step[e], g.step[e].kind == Kind.UPDATE ? g.value[g.previous[e]] : 0);
    visit(g);
  }

  private static void orBefore(ExecutionGraph g, int e, BitRows rows, int row) {
    int words = rows.words;
    for (int i = 0; i < words; i++) {
      for (long left = rows.bits[row * words + i]; left != 0; left &= left - 1) {
        int r = (i << 6) + Long.numberOfTrailingZeros(left);
        g.before.orRow(e, g.before, r);
        g.before.set(e, r);
      }
    }
  }

  /** The revisited read reads from the new write at this position. */
  private void reread(ExecutionGraph g, int r, int position) {
    int t = g.thread[r];
    Step step = g.step[r];
    long value = g.valueAt(g.slot[r], position);
    if (position < g.coSize[g.slot[r]] && !step.passes(value)) {
      return; // nobody could ever end this wait
    }
    int w = g.writeAt(g.slot[r], position);
    Step write = g.step[w];
    g.pending[g.thread[w]] =
        program.after(g.thread[w], write, write.kind == Kind.UPDATE ? g.value[g.previous[w]] : 0);
    readFrom(g, t, step, r, position);
  }

  /** The backward revisits of a write, which is in its thread but not in coherence order. */
  private void revisits(ExecutionGraph g, int e) {
    int slot = g.slot[e];
    if (stopped || choices != null || g.readsOf.isEmpty(slot)) {
      return;
    }
    ExecutionGraph copy = graphAt(depth++);
    BitRows kept = copy.kept;
    kept.widen(g.sets.words);
    kept.copyRow(0, g.sets, ExecutionGraph.USED);
    for (int i = g.size - 2; i >= 0 && !stopped; i--) {
      int x = g.order[i];
      if (g.porf.get(e, x)) {
        continue;
      }
      if (!Maximality.maximallyAdded(g, x, kept)) {
        break;
      }
      kept.clear(0, x);
      if (g.type[x] == ExecutionGraph.READ && g.slot[x] == slot) {
        revisit(g, copy, kept, x, e);
      }
    }
    depth--;
  }

  private void revisit(ExecutionGraph g, ExecutionGraph copy, BitRows kept, int r, int e) {
    copy.copyKept(g, kept, 0, r, e);
    inherit(copy, r, copy.step[r].kind == Kind.UPDATE);
    beginSync(copy, r);
    int lowest = earliest(copy, copy.thread[r], copy.slot[r], r);
    placeAll(copy, e, lowest, r);
  }
}
