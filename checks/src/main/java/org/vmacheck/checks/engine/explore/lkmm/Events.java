package org.vmacheck.checks.engine.explore.lkmm;

import java.util.EnumSet;
import java.util.Set;

/** The sets and the elementary relations of the model, read off an event structure. */
final class Events {
  final EventStructure structure;
  final int size;

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
    r = kind(Kind.READ);
    w = kind(Kind.WRITE);
    m = r.or(w);
    rmwEvents = new EventSet(size);
    for (int e = 0; e < size; e++) {
      if (structure.atomic(e)) {
        rmwEvents.add(e);
      }
    }
    plain = tagged(Tag.PLAIN).minus(rmwEvents);
    marked = everything().minus(plain);
    notInitial = everything().minus(tagged(Tag.INIT));

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

  private void relatePairs() {
    for (int a = 0; a < size; a++) {
      int thread = structure.thread(a);
      int location = structure.location(a);
      for (int b = 0; b < size; b++) {
        if (location >= 0 && location == structure.location(b)) {
          loc.add(a, b);
        }
        if (a == b || (thread >= 0 && thread == structure.thread(b))) {
          internal.add(a, b);
          if (a < b) {
            po.add(a, b);
          }
        } else {
          external.add(a, b);
        }
      }
    }
  }

  private EventSet failedReadModifyWrites() {
    EventSet failed = new EventSet(size);
    for (int e = rmwEvents.next(0); e >= 0; e = rmwEvents.next(e + 1)) {
      if (structure.kind(e) == Kind.READ && rmw.next(e, 0) < 0) {
        failed.add(e);
      }
    }
    return failed;
  }

  private EventSet everything() {
    EventSet result = new EventSet(size);
    for (int e = 0; e < size; e++) {
      result.add(e);
    }
    return result;
  }

  private EventSet kind(Kind kind) {
    EventSet result = new EventSet(size);
    for (int e = 0; e < size; e++) {
      if (structure.kind(e) == kind) {
        result.add(e);
      }
    }
    return result;
  }

  EventSet tagged(Tag tag) {
    EventSet result = new EventSet(size);
    for (int e = 0; e < size; e++) {
      if (structure.tag(e) == tag) {
        result.add(e);
      }
    }
    return result;
  }

  EventSet tagged(Tag first, Tag... more) {
    Set<Tag> wanted = EnumSet.of(first, more);
    EventSet result = new EventSet(size);
    for (int e = 0; e < size; e++) {
      if (wanted.contains(structure.tag(e))) {
        result.add(e);
      }
    }
    return result;
  }
}
