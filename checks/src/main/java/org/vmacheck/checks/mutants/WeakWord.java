package org.vmacheck.checks.mutants;

import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import org.vmacheck.model.memory.Order;
import org.vmacheck.model.memory.OrderedWord;

/** A word whose accesses are weakened. */
final class WeakWord extends OrderedWord {

  private final WeakAccesses accesses;
  private final OrderedWord word;
  private final String name;

  WeakWord(WeakAccesses accesses, OrderedWord word, String name) {
    this.accesses = accesses;
    this.word = word;
    this.name = Event.plainName(name);
  }

  @Override
  public long load(Order order) {
    return accesses.load(word, new Event(Call.load(order), name), order, this::loadWith);
  }

  @Override
  public void store(Order order, long value) {
    accesses.store(
        word, new Event(Call.store(order), name), order, value, used -> storeWith(used, value));
  }

  private long loadWith(Order order) {
    return switch (order) {
      case PLAIN -> word.plain();
      case ACQUIRE -> word.loadAcquire();
      default -> word.readOnce();
    };
  }

  private void storeWith(Order order, long value) {
    switch (order) {
      case PLAIN -> word.plain(value);
      case RELEASE -> word.storeRelease(value);
      default -> word.writeOnce(value);
    }
  }

  @Override
  public long update(Order order, LongPredicate test, LongUnaryOperator update) {
    return accesses.update(
        word,
        new Event(Call.update(order), name),
        order,
        used -> word.update(used, test, update),
        () -> inTwo(test, update));
  }

  @Override
  public void modify(LongUnaryOperator update) {
    accesses.update(
        word,
        new Event(Call.UPDATE_NORETURN, name),
        Order.ONCE,
        used -> {
          word.modify(update);
          return 0L;
        },
        () -> inTwo(value -> true, update));
  }

  private long inTwo(LongPredicate test, LongUnaryOperator update) {
    long value = word.readOnce();
    if (test.test(value)) {
      word.writeOnce(update.applyAsLong(value));
    }
    return value;
  }

  @Override
  public String toString() {
    return word.toString();
  }
}
