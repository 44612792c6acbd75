package org.vmacheck.checks.engine.explore.replay;

import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import org.vmacheck.model.memory.Order;
import org.vmacheck.model.memory.OrderedWord;

/** A word whose accesses are steps. */
final class ExploreWord extends OrderedWord {

  private final ExploreMemory memory;
  private final int cell;

  ExploreWord(ExploreMemory memory, int cell) {
    this.memory = memory;
    this.cell = cell;
  }

  @Override
  public long load(Order order) {
    return memory.read(cell, order);
  }

  @Override
  public void store(Order order, long value) {
    memory.write(cell, order, value);
  }

  @Override
  public long update(Order order, LongPredicate test, LongUnaryOperator update) {
    return memory.update(cell, order, test, update);
  }

  @Override
  public void modify(LongUnaryOperator update) {
    memory.modify(cell, update);
  }

  @Override
  public String toString() {
    return memory.name(cell);
  }
}
