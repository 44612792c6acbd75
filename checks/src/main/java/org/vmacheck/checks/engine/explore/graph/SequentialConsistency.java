package org.vmacheck.checks.engine.explore.graph;

/**
 * Sequential consistency: program order, reads-from, coherence and from-reads together are an
 * order.
 */
public final class SequentialConsistency extends MemoryModel {}
