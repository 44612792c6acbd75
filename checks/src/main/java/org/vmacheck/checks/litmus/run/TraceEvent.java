package org.vmacheck.checks.litmus.run;

import org.vmacheck.checks.lkmm.EventKind;
import org.vmacheck.checks.lkmm.Tag;

/**
 * One event of a thread. Sets of earlier events of the thread are bit sets of their positions.
 *
 * @param atomic part of a read-modify-write other than a lock's
 * @param address of what is accessed; {@link #NOWHERE} for a fence
 * @param value read or written; 0 for a fence
 * @param addr the reads that the address was computed from
 * @param data the reads that the value was computed from
 * @param ctrl the reads that decided that the event happens
 * @param rmwRead for the write of a read-modify-write the position of its read, otherwise -1
 */
record TraceEvent(
    EventKind kind,
    Tag tag,
    boolean atomic,
    long address,
    long value,
    long addr,
    long data,
    long ctrl,
    int rmwRead) {

  static final long NOWHERE = Long.MIN_VALUE;
}
