package org.vmacheck.checks.engine.lincheck;

import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import org.vmacheck.checks.engine.Access;
import org.vmacheck.checks.engine.Value;
import org.vmacheck.model.memory.Order;
import org.vmacheck.model.memory.OrderedWord;

/** A word whose accesses are each one step under Lincheck. */
final class LincheckWord extends OrderedWord {

  private final LincheckMemory memory;
  private final Cell cell;
  private final LongFunction<String> shown;
  private long value;

  LincheckWord(LincheckMemory memory, Cell cell, long initial, LongFunction<String> shown) {
    this.memory = memory;
    this.cell = cell;
    this.value = initial;
    this.shown = shown;
  }

  @Override
  public long load(Order order) {
    memory.access(cell, Access.load(order).toString());
    if (memory.recorder().isOn()) {
      memory.recorder().load(memory.me(), cell.name, Value.ofWord(value, shown.apply(value)));
    }
    return value;
  }

  @Override
  public void store(Order order, long newValue) {
    memory.access(cell, Access.store(order).toString());
    if (memory.recorder().isOn()) {
      memory
          .recorder()
          .store(memory.me(), cell.name, Value.ofWord(newValue, shown.apply(newValue)));
    }
    value = newValue;
    memory.changed();
  }

  @Override
  public long update(Order order, LongPredicate test, LongUnaryOperator update) {
    memory.access(cell, Access.update(order));
    long before = value;
    if (test.test(before)) {
      value = update.applyAsLong(before);
      memory.changed();
    }
    if (memory.recorder().isOn()) {
      memory
          .recorder()
          .update(
              memory.me(),
              cell.name,
              Value.ofWord(before, shown.apply(before)),
              Value.ofWord(value, shown.apply(value)));
    }
    return before;
  }
}
