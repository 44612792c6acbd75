package org.vmacheck.checks.engine.explore.graph;

/**
 * Earlier reads of the same thread that an access depends on, as bit sets over positions in the
 * thread's history (at most 64 of them).
 *
 * @param address reads that its address was computed from
 * @param data reads that the value it writes was computed from
 * @param control reads that decided whether it happens
 */
public record Dependencies(long address, long data, long control) {}
