package org.vmacheck.checks.lkmm;

/** The sets and the elementary relations of the model, read off an event structure. */
final class Events {
  private static final int TAGS = Tag.values().length;

  final EventStructure structure;
  final int size;

  private final EventSet nothing;
  private final EventSet all;
  private final EventSet[] byTag = new EventSet[TAGS];

  /** Reads, writes and all accesses, those of locks and SRCU included. */
  final EventSet r;

  final EventSet w;
  final EventSet m;

  final EventSet marked;
  final EventSet plain;
  final EventSet notInitial;

  /** Acquire, release and full order, where the tag means something: not on a failed one. */
  final EventSet acquire;

  final EventSet release;
  final EventSet mb;
  final EventSet noreturn;

  /** All reads and writes of read-modify-writes, the reads of failed ones included. */
  final EventSet rmwEvents;

  final EventSet lockRead;
  final EventSet lockWrite;
  final EventSet unlock;

  final Relation po;
  final Relation loc;
  final Relation poLoc;

  /** Both in one thread, and both in different ones. */
  final Relation internal;

  final Relation external;

  final Relation addr;
  final Relation data;
  final Relation ctrl;
  final Relation rmw;

  Events(EventStructure structure) {
    this.structure = structure;
    size = structure.size();
    nothing = new EventSet(size);
    all = new EventSet(size);
    r = new EventSet(size);
    w = new EventSet(size);
    rmwEvents = new EventSet(size);
    for (int e = 0; e < size; e++) {
      classify(e);
    }
    m = r.or(w);
    plain = tagged(Tag.PLAIN).minus(rmwEvents);
    marked = all.minus(plain);
    notInitial = all.minus(tagged(Tag.INIT));

    addr = structure.dependencies(EventStructure.Dependency.ADDR);
    data = structure.dependencies(EventStructure.Dependency.DATA);
    ctrl = structure.dependencies(EventStructure.Dependency.CTRL);
    rmw = structure.dependencies(EventStructure.Dependency.RMW);

    EventSet failed = failedReadModifyWrites();
    EventSet lock = tagged(Tag.LOCK);
    lockRead = lock.and(r);
    lockWrite = lock.and(w);
    unlock = tagged(Tag.UNLOCK);
    acquire = tagged(Tag.ACQUIRE).minus(w).minus(failed).or(lockRead);
    release = tagged(Tag.RELEASE).minus(r).minus(failed).or(unlock);
    mb = tagged(Tag.MB).minus(failed);
    noreturn = tagged(Tag.NORETURN).minus(w);

    po = new Relation(size);
    loc = new Relation(size);
    internal = new Relation(size);
    external = new Relation(size);
    relatePairs();
    poLoc = po.and(loc);
  }

  private void classify(int e) {
    all.add(e);
    switch (structure.kind(e)) {
      case READ -> r.add(e);
      case WRITE -> w.add(e);
      default -> {}
    }
    if (structure.atomic(e)) {
      rmwEvents.add(e);
    }
    int tag = structure.tag(e).ordinal();
    if (byTag[tag] == null) {
      byTag[tag] = new EventSet(size);
    }
    byTag[tag].add(e);
  }

  private void relatePairs() {
    for (int a = 0; a < size; a++) {
      int thread = structure.thread(a);
      int location = structure.location(a);
      internal.add(a, a);
      if (location >= 0) {
        loc.add(a, a);
      }
      for (int b = a + 1; b < size; b++) {
        if (location >= 0 && location == structure.location(b)) {
          loc.add(a, b);
          loc.add(b, a);
        }
        if (thread >= 0 && thread == structure.thread(b)) {
          po.add(a, b);
          internal.add(a, b);
          internal.add(b, a);
        } else {
          external.add(a, b);
          external.add(b, a);
        }
      }
    }
  }

  private EventSet failedReadModifyWrites() {
    EventSet failed = new EventSet(size);
    for (int e = rmwEvents.next(0); e >= 0; e = rmwEvents.next(e + 1)) {
      if (structure.kind(e) == EventKind.READ && rmw.next(e, 0) < 0) {
        failed.add(e);
      }
    }
    return failed;
  }

  /** The events with a tag; nobody changes the set. */
  EventSet tagged(Tag tag) {
    EventSet set = byTag[tag.ordinal()];
    return set == null ? nothing : set;
  }

  EventSet tagged(Tag first, Tag second) {
    return tagged(first).or(tagged(second));
  }
}
