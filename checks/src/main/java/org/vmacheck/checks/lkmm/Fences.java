package org.vmacheck.checks.lkmm;

/**
 * Order that the threads state by fences, acquires and releases: the part of the model that does
 * not depend on rf and co ("Basic relations" in {@code linux-kernel.cat}).
 */
final class Fences {
  final Relation acqPo;
  final Relation poRel;
  final Relation rmb;
  final Relation wmb;

  /** {@code mb} without what {@code smp_mb__after_unlock_lock()} adds, which depends on rf. */
  final Relation mb;

  /** {@code po ; [Sync-rcu | Sync-srcu] ; po?}. */
  final Relation gp;

  /** Reads that {@code smp_rmb()} orders: all but those of value-less read-modify-writes. */
  final EventSet readsForRmb;

  /** {@code fencerel(Rmb)} before it is restricted to reads; plain accesses need it. */
  final Relation acrossRmb;

  final boolean gracePeriods;

  Fences(Events e) {
    acqPo = e.po.between(e.acquire, e.m);
    poRel = e.po.between(e.m, e.release);
    readsForRmb = e.r.minus(e.noreturn);
    acrossRmb = e.po.through(e.tagged(Tag.RMB));
    rmb = acrossRmb.between(readsForRmb, readsForRmb);
    wmb = e.po.through(e.tagged(Tag.WMB)).between(e.w, e.w);
    mb = fullBarriers(e);
    EventSet sync = e.tagged(Tag.SYNC_RCU, Tag.SYNC_SRCU);
    gracePeriods = !sync.isEmpty();
    gp = gracePeriods ? e.po.into(sync).then(e.po.orNothing()) : new Relation(e.size);
  }

  /**
   * A fully ordered read-modify-write stands for one with {@code smp_mb()} on both sides. The
   * fences that go with another operation reach over that operation only.
   */
  private static Relation fullBarriers(Events e) {
    Relation mb = e.po.through(e.mb).between(e.m, e.m);
    mb = mb.or(e.po.between(e.m, e.mb.and(e.r)));
    mb = mb.or(e.po.between(e.mb.and(e.w), e.m));
    EventSet beforeAtomic = e.tagged(Tag.BEFORE_ATOMIC);
    if (!beforeAtomic.isEmpty()) {
      Relation reach = e.po.through(beforeAtomic).between(e.m, e.rmwEvents);
      mb = mb.or(reach.then(e.po.orNothing()).into(e.m));
    }
    mb = mb.or(afterOperation(e, e.rmwEvents, Tag.AFTER_ATOMIC));
    mb = mb.or(afterOperation(e, e.lockWrite, Tag.AFTER_SPINLOCK));
    return mb.or(afterOperation(e, e.tagged(Tag.SRCU_UNLOCK), Tag.AFTER_SRCU_READ_UNLOCK));
  }

  /** {@code [M] ; po? ; [operation] ; fencerel(fence) ; [M]}. */
  private static Relation afterOperation(Events e, EventSet operation, Tag fence) {
    EventSet fences = e.tagged(fence);
    if (fences.isEmpty() || operation.isEmpty()) {
      return new Relation(e.size);
    }
    return e.po.orNothing().between(e.m, operation).then(e.po.through(fences)).into(e.m);
  }
}
