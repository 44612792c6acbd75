package org.vmacheck.checks.lkmm;

import java.util.Optional;

/**
 * One candidate execution under the axioms; to be laid beside {@code linux-kernel.cat}, whose names
 * and order the relations keep.
 */
final class Ordering {
  final Events e;
  final Fences f;

  final Relation rf;
  final Relation co;
  final Relation fr;
  final Relation rfe;
  final Relation rfi;

  /** Dependencies, those that pass through plain accesses of the thread included. */
  Relation addr;

  Relation poUnlockLockPo;
  Relation strongFence;
  Relation nonrwFence;
  Relation fence;

  Relation rmwSequence;
  Relation cumulFence;
  Relation prop;
  Relation hb;
  Relation pb;
  ReadCopyUpdate rcu;

  Ordering(Events events, Fences fences, Relation rf, Relation co) {
    this.e = events;
    this.f = fences;
    this.rf = rf;
    this.co = co;
    this.fr = rf.inverse().then(co);
    this.rfe = rf.and(e.external);
    this.rfi = rf.and(e.internal);
  }

  /** Checks one axiom after the other, computing no more than the next one needs. */
  Optional<Axiom> violated() {
    if (!e.poLoc.or(rf).or(co).or(fr).isAcyclic()) {
      return Optional.of(Axiom.COHERENCE);
    }
    if (!atomic()) {
      return Optional.of(Axiom.ATOMICITY);
    }
    happensBefore();
    if (!hb.isAcyclic()) {
      return Optional.of(Axiom.HAPPENS_BEFORE);
    }
    Relation hbStar = hb.star();
    pb = prop.then(strongFence).then(hbStar).into(e.marked);
    if (!pb.isAcyclic()) {
      return Optional.of(Axiom.PROPAGATION);
    }
    rcu = new ReadCopyUpdate(this, hbStar);
    if (!rcu.rb.isIrreflexive()) {
      return Optional.of(Axiom.RCU);
    }
    if (!e.plain.isEmpty() && !plainAccesses().coherent()) {
      return Optional.of(Axiom.PLAIN_COHERENCE);
    }
    return Optional.empty();
  }

  PlainAccesses plainAccesses() {
    return new PlainAccesses(this);
  }

  private boolean atomic() {
    return e.rmw.isEmpty() || e.rmw.and(fr.and(e.external).then(co.and(e.external))).isEmpty();
  }

  private void happensBefore() {
    orderFromFences();

    // dependencies are carried through plain (and marked) local variables in memory
    Relation carryDep = e.data.minus(intoSrcuUnlock(e.data)).then(rfi);
    addr = carry(carryDep, e.addr);
    Relation ctrl = carry(carryDep, e.ctrl);
    Relation data = carry(carryDep, e.data);

    Relation dep = addr.or(data);
    Relation overwrite = co.or(fr);
    Relation toW =
        dep.or(ctrl).into(e.w).or(overwrite.and(e.internal)).or(addr.into(e.plain).then(f.wmb));
    Relation toR = addr.into(e.r).or(dep.into(e.marked).then(rfi));
    Relation ppo = toR.or(toW).or(fence.and(e.internal)).or(poUnlockLockPo.and(e.internal));

    rmwSequence = rf.then(e.rmw).star();
    Relation cumulative = strongFence.or(f.poRel);
    cumulFence =
        cumulative
            .or(rfe.into(e.marked).then(cumulative))
            .or(f.wmb)
            .or(poUnlockLockPo)
            .between(e.marked, e.marked)
            .then(rmwSequence);
    prop =
        overwrite
            .and(e.external)
            .orNothing()
            .from(e.marked)
            .then(cumulFence.star().into(e.marked))
            .then(rfe.orNothing().into(e.marked));
    hb = ppo.or(rfe).or(prop.minusIdentity().and(e.internal)).between(e.marked, e.marked);
  }

  /** The fences, with those that need rf: passing a lock on, and making that a full fence. */
  private void orderFromFences() {
    Relation mb = f.mb;
    if (e.unlock.isEmpty()) {
      poUnlockLockPo = new Relation(e.size);
    } else {
      Relation handOver = e.po.or(rf).between(e.unlock, e.lockRead);
      poUnlockLockPo = e.po.then(handOver).then(e.po);
      EventSet after = e.tagged(Tag.AFTER_UNLOCK_LOCK);
      if (!after.isEmpty()) {
        mb = mb.or(poUnlockLockPo.between(e.m, after).then(e.po).into(e.m));
      }
    }
    strongFence = mb.or(f.gp);
    nonrwFence = strongFence.or(f.poRel).or(f.acqPo);
    fence = nonrwFence.or(f.wmb).or(f.rmb);
  }

  private Relation intoSrcuUnlock(Relation r) {
    return r.into(e.tagged(Tag.SRCU_UNLOCK));
  }

  private static Relation carry(Relation step, Relation dependency) {
    return step.isEmpty() ? dependency : step.star().then(dependency);
  }
}
