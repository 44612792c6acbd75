package org.vmacheck.checks.engine.explore.graph;

import java.util.function.LongUnaryOperator;

/**
 * Earlier reads of the same thread that an access depends on, as bit sets over positions in the
 * thread's history (at most 64 of them).
 *
 * @param address reads that its address was computed from
 * @param control reads that decided whether it happens
 * @param data reads that the value it writes was computed from, for what an update has read (0 for
 *     a write); its own position stands for the update's own read
 */
public record Dependencies(long address, long control, LongUnaryOperator data) {}
