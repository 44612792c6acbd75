package org.vmacheck.checks.lkmm;

/**
 * RCU and SRCU: a sequence with at least as many grace periods as read-side critical sections
 * orders like a strong fence between threads ("RCU" in {@code linux-kernel.cat}).
 */
final class ReadCopyUpdate {
  private final Ordering o;
  private final Events e;

  /** {@code po ; rcu-order ; po?}. */
  final Relation rcuFence;

  /** Orders as {@code pb} does. */
  final Relation rb;

  ReadCopyUpdate(Ordering ordering, Relation hbStar) {
    o = ordering;
    e = ordering.e;
    if (!o.f.gracePeriods) {
      rcuFence = new Relation(e.size);
      rb = rcuFence;
      return;
    }
    Relation pbStar = o.pb.star();
    rcuFence = e.po.then(rcuOrder(hbStar, pbStar)).then(e.po.orNothing());
    rb = o.prop.then(rcuFence).then(hbStar).then(pbStar).into(e.marked);
  }

  private Relation rcuOrder(Relation hbStar, Relation pbStar) {
    Relation rcuLink = e.po.orNothing().then(hbStar).then(pbStar).then(o.prop).then(e.po);
    Relation rcuGp = identity(e.tagged(Tag.SYNC_RCU));
    Relation srcuGp = identity(e.tagged(Tag.SYNC_SRCU));
    Relation rcuRscsi = rcuCriticalSections().inverse();
    Relation srcuRscsi = srcuCriticalSections().inverse();

    Relation order = rcuGp.or(srcuGp);
    Relation between = rcuLink;
    while (true) {
      // between: rcu-link, or rcu-link ; rcu-order ; rcu-link
      Relation larger =
          order
              .or(rcuGp.then(between).then(rcuRscsi))
              .or(srcuGp.then(between).then(srcuRscsi).and(e.loc))
              .or(rcuRscsi.then(between).then(rcuGp))
              .or(srcuRscsi.then(between).then(srcuGp).and(e.loc))
              .or(order.then(rcuLink).then(order));
      if (larger.equals(order) && between != rcuLink) {
        return order;
      }
      order = larger;
      between = rcuLink.or(rcuLink.then(order).then(rcuLink));
    }
  }

  private Relation identity(EventSet set) {
    Relation result = new Relation(e.size);
    for (int event = set.next(0); event >= 0; event = set.next(event + 1)) {
      result.add(event, event);
    }
    return result;
  }

  /** {@code rcu-rscs}: each lock with the unlock that closes it; sections nest. */
  private Relation rcuCriticalSections() {
    Relation result = new Relation(e.size);
    EventSet boundaries = e.tagged(Tag.RCU_LOCK, Tag.RCU_UNLOCK);
    for (int lock = boundaries.next(0); lock >= 0; lock = boundaries.next(lock + 1)) {
      if (e.structure.tag(lock) != Tag.RCU_LOCK) {
        continue;
      }
      int depth = 1;
      for (int b = boundaries.next(lock + 1); b >= 0 && depth > 0; b = boundaries.next(b + 1)) {
        if (e.structure.thread(b) == e.structure.thread(lock)) {
          depth += e.structure.tag(b) == Tag.RCU_LOCK ? 1 : -1;
          if (depth == 0) {
            result.add(lock, b);
          }
        }
      }
    }
    return result;
  }

  /**
   * {@code srcu-rscs}: a lock with the unlock that got the lock's cookie, straight or by way of
   * memory.
   */
  private Relation srcuCriticalSections() {
    EventSet unlocks = e.tagged(Tag.SRCU_UNLOCK);
    if (unlocks.isEmpty()) {
      return new Relation(e.size);
    }
    Relation carry = e.data.minus(e.data.into(unlocks)).then(o.rf).star();
    return carry.then(e.data).between(e.tagged(Tag.SRCU_LOCK), unlocks).and(e.loc);
  }
}
