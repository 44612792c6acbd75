package org.vmacheck.checks.engine.explore.graph;

/**
 * Two accesses to one cell by two threads, one of them plain and one a write, that nothing orders.
 *
 * @param first the event that is earlier by co, rf or fr
 * @param second the other one
 */
public record DataRace(int first, int second) {}
