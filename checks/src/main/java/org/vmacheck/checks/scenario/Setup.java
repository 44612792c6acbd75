package org.vmacheck.checks.scenario;

import org.vmacheck.model.memory.Memory;

/**
 * Builds a bounded program on a memory: makes the cells, brings them into the initial state, and
 * says which threads run. An engine calls it once for each memory it makes; what it does happens
 * before every thread.
 */
@FunctionalInterface
public interface Setup {
  Program prepare(Memory memory);
}
