package org.vmacheck.model.memory.sequential;

import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import org.vmacheck.model.memory.Order;
import org.vmacheck.model.memory.OrderedWord;

/** A word that one thread uses: every ordering is the same. */
final class SequentialWord extends OrderedWord {

  private final Slot slot;
  private final String name;
  private long value;

  SequentialWord(Slot slot, String name, long initial) {
    this.slot = slot;
    this.name = name;
    this.value = initial;
  }

  @Override
  public long load(Order order) {
    slot.access(name);
    return value;
  }

  @Override
  public void store(Order order, long newValue) {
    slot.access(name);
    value = newValue;
  }

  @Override
  public long update(Order order, LongPredicate test, LongUnaryOperator update) {
    slot.access(name);
    long old = value;
    if (test.test(old)) {
      value = update.applyAsLong(old);
    }
    return old;
  }

  @Override
  public String toString() {
    return slot.cell(name) + "=0x" + Long.toHexString(value);
  }
}
