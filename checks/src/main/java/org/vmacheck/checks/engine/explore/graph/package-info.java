/**
 * Exploration of execution graphs: the graph itself, the algorithm that visits each consistent
 * graph once, and the memory models. Knows threads only as trees of labels, and values only as
 * numbers.
 */
package org.vmacheck.checks.engine.explore.graph;
