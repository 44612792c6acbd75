package org.vmacheck.checks.mutants;

import java.util.LinkedHashSet;
import java.util.Set;

/** Weakens nothing, and notes what could be. */
final class Recorder implements Weakness {

  private final Set<Mutation> mutations = new LinkedHashSet<>();
  private final Whereabouts whereabouts = new Whereabouts();

  /** The step before, if it was an access in a critical section. */
  private Mutation last;

  /** The cell that is read again, and would be found as before if the step were left out. */
  private Mutation reread;

  @Override
  public void begins(Object body) {
    whereabouts.begin(body);
    last = null;
    reread = null;
  }

  @Override
  public void sees(Object value) {
    whereabouts.see(value);
  }

  @Override
  public boolean applies(Event event, Weakening how) {
    Mutation mutation =
        whereabouts
            .site(event)
            .filter(Site::isInKernel)
            .map(site -> new Mutation(event, site, how))
            .orElse(null);
    if (!event.call().isAccess()) {
      last = null;
    }
    switch (how) {
      case EARLY_UNLOCK -> last = mutation;
      case PASSES -> reread = mutation;
      default -> add(mutation);
    }
    return false;
  }

  private void add(Mutation mutation) {
    if (mutation != null) {
      mutations.add(mutation);
    }
  }

  /** Where a cell never changes between two reads, the second is no check. */
  @Override
  public void hasChanged() {
    add(reread);
  }

  @Override
  public void unlockFollows() {
    add(last);
    last = null;
  }

  /** In the order in which they were met. */
  Set<Mutation> mutations() {
    return mutations;
  }
}
