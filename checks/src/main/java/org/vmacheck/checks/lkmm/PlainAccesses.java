package org.vmacheck.checks.lkmm;

/**
 * Plain accesses: where order makes them visible they must be coherent, and where two of different
 * threads are not ordered they race ("Plain accesses and data races" in {@code linux-kernel.cat}).
 */
final class PlainAccesses {
  private final Ordering o;
  private final Events e;

  private final Relation wwVis;
  private final Relation wrVis;
  private final Relation rwXbstar;
  private final Relation preRace;

  /** Of an execution that satisfies the axioms before {@link Axiom#PLAIN_COHERENCE}. */
  PlainAccesses(Ordering ordering) {
    o = ordering;
    e = ordering.e;
    Relation rcuFence = o.rcu.rcuFence;
    Relation fence = o.fence.or(rcuFence);
    Relation strongFence = o.strongFence.or(rcuFence);

    Relation xbstar = o.hb.or(o.pb).or(o.rcu.rb).star();
    Relation vis =
        o.cumulFence
            .star()
            .then(o.rfe.orNothing())
            .into(e.marked)
            .then(strongFence.into(e.marked).then(xbstar).or(xbstar.and(e.internal)));

    // the marked accesses between which a plain access must take place
    Relation wPreBounded = o.addr.or(fence).orNothing().from(e.marked);
    Relation rPreBounded =
        o.addr
            .or(o.nonrwFence)
            .or(o.f.acrossRmb.between(o.f.readsForRmb, notNoreturn()))
            .orNothing()
            .from(e.marked);
    Relation wPostBounded = fence.orNothing().into(e.marked).then(o.rmwSequence);
    Relation rPostBounded =
        o.nonrwFence
            .or(o.f.acrossRmb.between(notNoreturn(), o.f.readsForRmb))
            .orNothing()
            .into(e.marked);

    Relation afterStrong = strongFence.then(xbstar);
    Relation afterWrite = wPostBounded.then(vis);
    wwVis = fence.or(afterStrong.or(afterWrite).then(wPreBounded));
    wrVis = fence.or(afterStrong.or(afterWrite).then(rPreBounded));
    rwXbstar = fence.or(rPostBounded.then(xbstar).then(wPreBounded));

    preRace = plainPairs();
  }

  private EventSet notNoreturn() {
    return e.marked.or(e.plain).minus(e.noreturn);
  }

  /** {@code ext & ((Plain * M) | ((M \ IW) * Plain))}, at the same location. */
  private Relation plainPairs() {
    Relation accesses = e.external.and(e.loc);
    return accesses.between(e.plain, e.m).or(accesses.between(e.m.and(e.notInitial), e.plain));
  }

  boolean coherent() {
    return preRace.and(o.rf).and(rwXbstar.inverse()).isEmpty()
        && preRace.and(o.fr).and(wrVis.inverse()).isEmpty()
        && preRace.and(o.co).and(wwVis.inverse()).isEmpty();
  }

  Relation races() {
    Relation markedFirst = rwXbstar.or(product(e.marked, e.w));
    Relation markedSecond = wrVis.or(product(e.w, e.marked));
    Relation wwNonrace = wwVis.and(markedFirst).and(markedSecond);
    Relation wwRace = preRace.and(o.co).minus(wwNonrace);
    Relation wrRace =
        preRace.and(o.co.orNothing().then(o.rf)).minus(wrVis).minus(rwXbstar.inverse());
    Relation rwRace = preRace.and(o.fr).minus(rwXbstar);
    return wwRace.or(wrRace).or(rwRace);
  }

  private Relation product(EventSet sources, EventSet targets) {
    Relation result = new Relation(e.size);
    for (int a = sources.next(0); a >= 0; a = sources.next(a + 1)) {
      for (int b = targets.next(0); b >= 0; b = targets.next(b + 1)) {
        result.add(a, b);
      }
    }
    return result;
  }
}
