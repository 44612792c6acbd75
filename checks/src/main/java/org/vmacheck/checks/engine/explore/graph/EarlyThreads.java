package org.vmacheck.checks.engine.explore.graph;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.vmacheck.checks.engine.explore.graph.Label.Fence;
import org.vmacheck.checks.engine.explore.graph.Label.Type;

/**
 * A program in which a thread makes {@link EarlyAccess}es early. One is made before a step if it
 * follows under every value that the steps between may read, the same each time: then nothing of it
 * depends on what they read, and that is known, since the thread is a tree of what it does by the
 * values it reads. What the cells may hold is what they were seen to hold; if more is seen later,
 * the program has to be made anew.
 */
public final class EarlyThreads extends OtherThreads {

  /** How much of the tree is looked at before an access stays where it is. */
  private static final int MOST_STEPS = 400;

  /**
   * An access that has been made and is still to come in the program.
   *
   * @param read what it has read
   * @param next the one that comes after it, or null
   */
  private record Done(Label access, long read, Done next) {

    static Done and(Done first, Done last) {
      return first == null ? last : new Done(first.access, first.read, and(first.next, last));
    }
  }

  /**
   * Where the thread is in the program that this one is made from.
   *
   * @param step its step there; of an access that is made early the step that it comes before
   * @param isEarly whether it is one
   * @param done the first of the accesses that are done but for this one, or null
   */
  private record Place(Label step, boolean isEarly, Done done) {}

  private final EarlyAccess early;
  private final Observations observed;
  private final Map<Label, Place> places = new IdentityHashMap<>();
  private final Label first;
  private int looked;

  /**
   * Makes a program.
   *
   * @param observed what executions of the first program came to
   * @param program the first one, or one that was made from it
   */
  public EarlyThreads(Observations observed, Threads program, EarlyAccess early) {
    super(program);
    this.observed = observed;
    this.early = early;
    first = place(program.first(early.thread()), Label.start(), 0, null);
  }

  @Override
  public Label first(int thread) {
    return thread == early.thread() ? first : program.first(thread);
  }

  @Override
  public Label after(int thread, Label label, long value) {
    if (thread != early.thread()) {
      return program.after(thread, label, value);
    }
    Label next = label.successor(value);
    if (next == null) {
      next = afterPlace(places.get(label), label, value);
      label.link(value, next);
    }
    return next;
  }

  private Label afterPlace(Place place, Label label, long value) {
    if (place.isEarly) {
      return place(place.step, label, value, Done.and(place.done, new Done(label, value, null)));
    }
    Label step = program.after(early.thread(), place.step, value);
    Done done = place.done;
    while (done != null && early.is(step)) {
      step = program.after(early.thread(), step, done.read);
      done = done.next;
    }
    return place(step, label, value, done);
  }

  /** The step at a place of the program, or an access that is made before it. */
  private Label place(Label step, Label parent, long value, Done done) {
    looked = 0;
    Label access = ahead(step, EarlyAccess.WINDOW, done);
    if (looked >= MOST_STEPS) {
      observed.leaveOut();
    }
    boolean isEarly = access != null && access != step;
    Label label = (isEarly ? access : step).after(parent, value);
    places.put(isEarly ? label.early() : label, new Place(step, isEarly, done));
    return label;
  }

  /**
   * The access that comes at a step or after it, whatever is read until then; or null.
   *
   * @param done those that come before it and are done
   */
  private Label ahead(Label step, int left, Done done) {
    if (early.is(step)) {
      return done == null
          ? step
          : ahead(program.after(early.thread(), step, done.read), left, done.next);
    }
    if (left == 0 || !early.passes(step) || !isPassed(step) || looked++ >= MOST_STEPS) {
      return null;
    }
    if (!step.reads()) {
      return ahead(program.after(early.thread(), step, 0), left - 1, done);
    }
    Label found = null;
    for (long value : values(step.location)) {
      Label next = ahead(program.after(early.thread(), step, value), left - 1, done);
      if (next == null || dependsOn(next, step) || (found != null && !isSame(found, next))) {
        return null;
      }
      found = next;
    }
    return found;
  }

  /** Whether it makes no difference to somebody else on which side of a step an access is. */
  private boolean isPassed(Label step) {
    return switch (step.type) {
      case UPDATE -> !observed.hasAtomicBarriers();
      case FENCE ->
          !observed.hasGracePeriods() || step.fence == Fence.RMB || step.fence == Fence.WMB;
      default -> true;
    };
  }

  /** Whether an access says itself that it depends on a read. */
  private boolean dependsOn(Label access, Label read) {
    Dependencies stated = access.dependencies;
    if (stated == null) {
      return false;
    }
    long all = stated.address() | stated.control();
    for (long value : readBy(access)) {
      all |= early.writes() ? stated.data().applyAsLong(value) : 0;
    }
    return (all >>> read.position() & 1) != 0;
  }

  /** What an access may read; something if it reads nothing. */
  private Set<Long> readBy(Label access) {
    return access.type == Type.UPDATE ? values(access.location) : Set.of(0L);
  }

  /** All that a cell was seen to hold; of one that nobody came to what it holds at first. */
  private Set<Long> values(int cell) {
    Set<Long> seen = observed.values(cell);
    return seen.isEmpty() ? Set.of(program.initial(cell)) : seen;
  }

  private boolean isSame(Label a, Label b) {
    boolean alike =
        a.role == b.role
            && a.order == b.order
            && (a.dependencies == null) == (b.dependencies == null)
            // what is stated is stated by position
            && (a.dependencies == null || a.position() == b.position());
    if (!alike || !early.writes()) {
      return alike;
    }
    for (long value : readBy(a)) {
      boolean replaces = a.type == Type.WRITE || a.replaces(value);
      if (a.type == Type.UPDATE && replaces != b.replaces(value)) {
        return false;
      }
      if (replaces && a.written(value) != b.written(value)) {
        return false;
      }
    }
    return true;
  }
}
