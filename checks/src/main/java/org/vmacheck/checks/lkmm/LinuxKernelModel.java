package org.vmacheck.checks.lkmm;

import java.util.Optional;

/**
 * The Linux-kernel memory model for one event structure: which rf and co over it are consistent,
 * and which plain accesses race.
 *
 * <p>All axioms are monotone: what a partial rf and co violate, every larger rf and co violate too.
 * So a search may ask {@link #consistent} while rf and co still grow, and drop what says no.
 *
 * <p>Instances are immutable; any number of threads may use one.
 */
public final class LinuxKernelModel {
  private final Events events;
  private final Fences fences;

  public LinuxKernelModel(EventStructure structure) {
    this.events = new Events(structure);
    this.fences = new Fences(events);
  }

  /**
   * Whether an execution is one that the kernel's memory model allows.
   *
   * @param rf from a write to each read that takes its value; for {@code spin_lock()} from the
   *     unlock (or the initial write) before it in co
   * @param co a strict order of the writes of each location, transitively closed, initial writes
   *     first; locks and unlocks are writes of the lock's location
   */
  public boolean consistent(Relation rf, Relation co) {
    return violated(rf, co).isEmpty();
  }

  /** The first axiom that an execution violates; parameters as of {@link #consistent}. */
  public Optional<Axiom> violated(Relation rf, Relation co) {
    return new Ordering(events, fences, rf, co).violated();
  }

  /** Whether a consistent execution has a data race; parameters as of {@link #consistent}. */
  public boolean dataRace(Relation rf, Relation co) {
    return !dataRaces(rf, co).isEmpty();
  }

  /**
   * The pairs of accesses that race in a consistent execution, at least one of the two plain and
   * one a write; the earlier by co, rf or fr first. Parameters as of {@link #consistent}.
   */
  public Relation dataRaces(Relation rf, Relation co) {
    if (events.plain.isEmpty()) {
      return new Relation(events.size);
    }
    Ordering ordering = new Ordering(events, fences, rf, co);
    ordering.violated();
    return ordering.plainAccesses().races();
  }

  /**
   * Which events are executed before which others, for every observer: by fences, or by any
   * sequence of {@code hb}, {@code pb} and {@code rb}. Parameters as of {@link #consistent}.
   */
  public Relation executedBefore(Relation rf, Relation co) {
    Ordering ordering = new Ordering(events, fences, rf, co);
    ordering.violated();
    if (ordering.rcu == null) {
      return new Relation(events.size);
    }
    Relation steps = ordering.hb.or(ordering.pb).or(ordering.rcu.rb);
    Relation fenced = ordering.fence.or(ordering.strongFence).or(ordering.rcu.rcuFence);
    return fenced.orNothing().then(steps.star()).then(fenced.orNothing()).minusIdentity();
  }
}
