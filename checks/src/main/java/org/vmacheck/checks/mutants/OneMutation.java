package org.vmacheck.checks.mutants;

/** Weakens one step. For one memory. */
final class OneMutation implements Weakness {

  private final Mutation mutation;
  private final Whereabouts whereabouts = new Whereabouts();

  OneMutation(Mutation mutation) {
    this.mutation = mutation;
  }

  @Override
  public boolean buffers() {
    return mutation.weakening() == Weakening.EARLY;
  }

  @Override
  public void begins(Object body) {
    whereabouts.begin(body);
  }

  @Override
  public void sees(Object value) {
    whereabouts.see(value);
  }

  @Override
  public boolean applies(Event event, Weakening how) {
    return how == mutation.weakening()
        && event.equals(mutation.event())
        && whereabouts.site(event).filter(mutation.site()::equals).isPresent();
  }
}
