package org.vmacheck.checks.engine.explore.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.vmacheck.checks.engine.explore.graph.Label.Type;

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
  private final Symmetry symmetry;
  private final List<ExecutionGraph> pool = new ArrayList<>();
  private int depth;
  private long visits;
  private Cut cut;
  private int cutLevel = -1;
  private int level;
  private boolean stopped;

  /** What is followed, or null: then every execution is explored. */
  private Choices choices;

  /**
   * How many departures there were on the way to the present graph: reads that do not read the last
   * write there is, writes that do not become it, and revisits.
   */
  private int departures;

  private int fewestDepartures;
  private int mostDepartures = Integer.MAX_VALUE;
  private boolean wentNoFurther;

  /** Takes each graph that an expansion comes to, or null: then they are explored. */
  private Consumer<ExecutionGraph> next;

  /** Rows that recursion saves in, for taking back changes to other events. */
  private long[] saved = new long[1024];

  private int savedLongs;

  public Explorer(Threads program, MemoryModel model, Visitor visitor) {
    this.program = program;
    this.model = model;
    this.visitor = visitor;
    this.symmetry = new Symmetry(program);
  }

  /** Visits all of them, or as many as the visitor wants to. Returns whether it was all. */
  public boolean explore() {
    visit(root());
    return !stopped;
  }

  /**
   * Visits the executions with so many departures and no others.
   *
   * @return whether it wants to visit all of them, and there may be more with more departures
   */
  public boolean explore(int fewest, int most) {
    fewestDepartures = fewest;
    mostDepartures = most;
    wentNoFurther = false;
    return explore() && wentNoFurther;
  }

  /** The graph without events. */
  ExecutionGraph root() {
    ExecutionGraph graph = graphAt(0);
    depth = 1;
    for (int t = 0; t < program.count(); t++) {
      graph.pending[t] = program.first(t);
    }
    return graph;
  }

  /** Lends out each graph that is one choice from this one, which is as before afterwards. */
  void expand(ExecutionGraph graph, Consumer<ExecutionGraph> each) {
    next = each;
    depth = 1;
    stopped = false;
    extend(graph);
  }

  private ExecutionGraph graphAt(int level) {
    if (level == pool.size()) {
      pool.add(new ExecutionGraph(program.count(), model));
    }
    return pool.get(level);
  }

  /** Leaves to other explorers of the program what they have taken; before {@link #explore}. */
  public void share(Subtrees subtrees) {
    share(subtrees.share());
  }

  void share(Cut where) {
    cut = where;
    cutLevel = where.level();
  }

  /** Takes these steps and no others, and then looks at where they lead. */
  public void follow(Choices steps) {
    choices = steps;
  }

  private void visit(ExecutionGraph g) {
    if (stopped || (level == cutLevel && !cut.takesSubtree())) {
      return;
    }
    if (departures > mostDepartures) {
      wentNoFurther = true;
      return;
    }
    if (next != null && !hasOneWay(g)) {
      next.accept(g);
      return;
    }
    level++;
    int seen = g.seen;
    extend(g);
    g.seen = seen;
    level--;
  }

  /** Whether it is plain that the next step leaves no choice. */
  private boolean hasOneWay(ExecutionGraph g) {
    int t = next(g);
    if (t < 0 || g.pending[t].type == Type.FENCE) {
      return t >= 0;
    }
    Label label = g.pending[t];
    int slot = g.knownSlot(label.location);
    if (slot < 0) {
      return true;
    }
    int writes = g.coSize[slot];
    boolean readsLast = writes == 0 || g.thread[g.co[slot][writes - 1]] == t;
    return readsLast && (label.type == Type.READ || g.readsOf.isEmpty(slot));
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
    stopped |= !visitor.extended(g);
    g.seen = g.size;
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
      switch (g.pending[t].type) {
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
    Label label = g.pending[t];
    if (g.mustWrite(t)) {
      completeUpdate(g, t, label);
      return;
    }
    switch (label.type) {
      case READ, UPDATE -> read(g, t, label);
      case WRITE -> write(g, t, label);
      case FENCE -> fence(g, t, label);
      default -> throw new IllegalStateException(label.type.toString());
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
      Label s = g.pending[t];
      switch (s.type) {
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

  private long lastValue(ExecutionGraph g, Label s) {
    int slot = g.knownSlot(s.location);
    return slot < 0 ? program.initial(s.location) : g.valueAt(slot, g.coSize[slot]);
  }

  private void end(ExecutionGraph g) {
    if (level <= cutLevel && !cut.takesEnd()) {
      return;
    }
    if (departures < fewestDepartures) {
      return; // it has been visited before
    }
    boolean waiting = false;
    boolean stuck = true;
    boolean left = false;
    for (int t = 0; t < g.threads; t++) {
      left |= g.pending[t].type == Type.CUT;
      if (g.pending[t].type == Type.BLOCKED && !program.daemon(t)) {
        waiting = true;
        stuck &= readsLast(g, t);
      }
    }
    if (!model.acceptsEnd(g)) {
      return;
    }
    if (left) {
      stopped |= !visitor.cut(g);
      return;
    }
    stopped |= !(waiting ? visitor.blocked(g, stuck) : visitor.complete(g));
  }

  /** Whether the reads of a thread's failed wait, if any, all read the last writes. */
  private boolean readsLast(ExecutionGraph g, int t) {
    if (g.pending[t] != Label.WAITING) {
      return true; // it waits without a read
    }
    int e = g.last[t];
    int start = g.label[e].awaitStart;
    while (e >= 0 && g.label[e].depth >= start) {
      if (g.type[e] == ExecutionGraph.READ
          && g.positionOf(g.slot[e], g.source[e]) != g.coSize[g.slot[e]]) {
        return false;
      }
      e = g.previous[e];
    }
    return true;
  }

  /** Moves a thread on after its event, which read this value. */
  private void advance(ExecutionGraph g, int t, Label label, long value) {
    g.pending[t] = program.after(t, label, value);
  }

  private void fence(ExecutionGraph g, int t, Label label) {
    int e = g.add(t, label, ExecutionGraph.FENCE, -1);
    symmetry.follow(g, e);
    g.views.begin(e);
    g.views.inherit(e);
    g.views.passOn(e);
    advance(g, t, label, 0);
    visit(g);
    g.removeLast();
    g.pending[t] = label;
  }

  /** The lowest coherence position that a new event may read from, or come after. */
  private int earliest(ExecutionGraph g, int slot, int e) {
    int[] co = g.co[slot];
    int t = g.thread[e];
    int i = g.coSize[slot];
    int lowest = symmetry.lowest(g, slot, e);
    while (i > lowest) {
      int w = co[i - 1];
      if (g.thread[w] == t || g.views.isPast(w, e)) {
        return i;
      }
      i--;
    }
    return lowest;
  }

  private void read(ExecutionGraph g, int t, Label label) {
    int slots = g.slots;
    int slot = g.slotOf(label.location, program.initial(label.location));
    int e = g.add(t, label, ExecutionGraph.READ, slot);
    g.readsOf.set(slot, e);
    g.views.begin(e);
    g.views.inherit(e);
    int lowest = earliest(g, slot, e);
    int top = g.coSize[slot];
    int chosen = chosen(top);
    for (int i = top; i >= lowest && !stopped; i--) {
      if (only(chosen, i) && (i == top || label.passes(g.valueAt(slot, i)))) {
        readFrom(g, t, label, e, i);
      }
    }
    g.pending[t] = label;
    g.readsOf.clear(slot, e);
    g.removeLast();
    g.forgetSlots(slots);
  }

  /** Lets a read that is last in its thread read from a coherence position, and goes on. */
  private void readFrom(ExecutionGraph g, int t, Label label, int e, int i) {
    int slot = g.slot[e];
    int w = g.writeAt(slot, i);
    long value = g.valueAt(slot, i);
    boolean replaces = label.replaces(value);
    g.source[e] = w;
    g.value[e] = value;
    g.exclusive[e] = replaces;
    g.views.inherit(e);
    g.followThread(e);
    symmetry.follow(g, e);
    if (w >= 0) {
      g.porf.orRow(e, g.porf, w);
      g.porf.set(e, w);
    }
    g.views.readsFrom(e, w);
    g.views.passOn(e);
    BitRows readers = g.readersRows(i);
    int readersRow = g.readersRow(slot, i);
    readers.set(readersRow, e);
    if (i == g.coSize[slot]) {
      follow(g, t, label, value, replaces);
    } else {
      int next = g.co[slot][i];
      boolean wasOrdered = g.ordered;
      boolean cycle = g.before.get(e, next);
      g.ordered &= !cycle;
      int words = g.sets.words;
      boolean wasExtended = extend(g, next, e);
      departures++;
      if (!cycle || model.consistent(g, e)) {
        follow(g, t, label, value, replaces);
      }
      departures--;
      takeBack(g, next, wasExtended, words);
      g.ordered = wasOrdered;
    }
    g.readersRows(i).clear(readersRow, e);
  }

  private void follow(ExecutionGraph g, int t, Label label, long value, boolean replaces) {
    if (replaces) {
      g.pending[t] = label;
      completeUpdate(g, t, label);
    } else if (!label.passes(value)) {
      g.pending[t] = Label.WAITING;
      visit(g);
    } else {
      advance(g, t, label, value);
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

  private void write(ExecutionGraph g, int t, Label label) {
    int slots = g.slots;
    int slot = g.slotOf(label.location, program.initial(label.location));
    int e = g.add(t, label, ExecutionGraph.WRITE, slot);
    symmetry.follow(g, e);
    g.value[e] = label.value;
    g.exclusive[e] = false;
    g.readers.clearRow(e);
    g.views.begin(e);
    placeAll(g, e, 0, -1);
    revisits(g, e);
    g.removeLast();
    g.forgetSlots(slots);
    g.pending[t] = label;
  }

  /** The write of an update whose read is the last event of the thread. */
  private void completeUpdate(ExecutionGraph g, int t, Label label) {
    int read = g.last[t];
    int slot = g.slot[read];
    int e = g.add(t, label, ExecutionGraph.WRITE, slot);
    g.value[e] = label.written(g.value[read]);
    g.exclusive[e] = true;
    g.readers.clearRow(e);
    g.views.begin(e);
    placeAll(g, e, 0, -1);
    revisits(g, e);
    g.removeLast();
    g.pending[t] = label;
  }

  /**
   * Places a write, which is in its thread but not in coherence order, at every position that it
   * may have from {@code lowest} on.
   *
   * @param revisited a read that shall read from it, or -1
   */
  private void placeAll(ExecutionGraph g, int e, int lowest, int revisited) {
    int slot = g.slot[e];
    g.views.inherit(e);
    int from = Math.max(lowest, earliest(g, slot, e));
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
    g.views.inherit(e);
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
    g.views.passOn(e);
    boolean last = position > g.coSize[slot];
    g.insert(slot, position, e);
    if (last) {
      goOn(g, t, e, revisited, position);
    } else {
      int next = g.co[slot][position];
      boolean wasOrdered = g.ordered;
      boolean cycle = g.before.get(e, next);
      g.ordered &= !cycle;
      int words = g.sets.words;
      boolean wasExtended = extend(g, next, e);
      departures++;
      if (!cycle || model.consistent(g, e)) {
        goOn(g, t, e, revisited, position);
      }
      departures--;
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
    advance(g, t, g.label[e], g.label[e].type == Type.UPDATE ? g.value[g.previous[e]] : 0);
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
    Label label = g.label[r];
    long value = g.valueAt(g.slot[r], position);
    if (position < g.coSize[g.slot[r]] && !label.passes(value)) {
      return; // nobody could ever end this wait
    }
    int w = g.writeAt(g.slot[r], position);
    Label write = g.label[w];
    g.pending[g.thread[w]] =
        program.after(g.thread[w], write, write.type == Type.UPDATE ? g.value[g.previous[w]] : 0);
    readFrom(g, t, label, r, position);
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
    copy.views.begin(r);
    copy.views.inherit(r);
    int lowest = earliest(copy, copy.slot[r], r);
    departures++;
    placeAll(copy, e, lowest, r);
    departures--;
  }
}
