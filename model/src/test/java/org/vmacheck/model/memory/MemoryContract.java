package org.vmacheck.model.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every memory promises a thread that runs alone, locks aside. */
public abstract class MemoryContract extends Contract {

  private record Case(String name, long before, Access access, long returned, long after) {}

  private interface Access {
    long on(Word word);
  }

  @TestFactory
  Stream<DynamicTest> everyReadModifyWriteReturnsTheOldValueAndLeavesTheNewOne() {
    return Stream.of(
            new Case("xchg", 5, w -> w.xchg(9), 5, 9),
            new Case("xchg_relaxed", 5, w -> w.xchgRelaxed(9), 5, 9),
            new Case("xchg_acquire", 5, w -> w.xchgAcquire(9), 5, 9),
            new Case("xchg_release", 5, w -> w.xchgRelease(9), 5, 9),
            new Case("cmpxchg that matches", 5, w -> w.cmpxchg(5, 9), 5, 9),
            new Case("cmpxchg that does not", 5, w -> w.cmpxchg(6, 9), 5, 5),
            new Case("cmpxchg_relaxed that matches", 5, w -> w.cmpxchgRelaxed(5, 9), 5, 9),
            new Case("cmpxchg_relaxed that does not", 5, w -> w.cmpxchgRelaxed(6, 9), 5, 5),
            new Case("cmpxchg_acquire that matches", 5, w -> w.cmpxchgAcquire(5, 9), 5, 9),
            new Case("cmpxchg_acquire that does not", 5, w -> w.cmpxchgAcquire(6, 9), 5, 5),
            new Case("cmpxchg_release that matches", 5, w -> w.cmpxchgRelease(5, 9), 5, 9),
            new Case("cmpxchg_release that does not", 5, w -> w.cmpxchgRelease(6, 9), 5, 5),
            new Case("fetch_add", 5, w -> w.fetchAdd(-2), 5, 3),
            new Case("fetch_add_relaxed", 5, w -> w.fetchAddRelaxed(2), 5, 7),
            new Case("fetch_add_acquire", 5, w -> w.fetchAddAcquire(2), 5, 7),
            new Case("fetch_add_release", 5, w -> w.fetchAddRelease(2), 5, 7),
            new Case("add_if that passes", 5, w -> w.fetchAddIfRelaxed(v -> v != 0, 1), 5, 6),
            new Case("add_if that fails", 0, w -> w.fetchAddIfRelaxed(v -> v != 0, 1), 0, 0),
            new Case(
                "add_if_acquire that passes", 5, w -> w.fetchAddIfAcquire(v -> v < 6, 1), 5, 6),
            new Case("add_if_acquire that fails", 6, w -> w.fetchAddIfAcquire(v -> v < 6, 1), 6, 6),
            new Case("fetch_or", 5, w -> w.fetchOr(10), 5, 15),
            new Case("fetch_or_relaxed", 5, w -> w.fetchOrRelaxed(10), 5, 15),
            new Case("fetch_and", 5, w -> w.fetchAnd(4), 5, 4),
            new Case("fetch_and_relaxed", 5, w -> w.fetchAndRelaxed(1), 5, 1))
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.name(),
                    () ->
                        run(
                            memory -> {
                              Word word = memory.word("word", c.before());
                              assertThat(c.access().on(word)).isEqualTo(c.returned());
                              assertThat(word.readOnce()).isEqualTo(c.after());
                            })));
  }

  @Test
  void aLoadOfAnyOrderSeesTheLastStoreOfAnyOrder() {
    run(
        memory -> {
          Word word = memory.word("word", 1);
          LongSupplier[] loads = {word::plain, word::readOnce, word::loadAcquire};
          Runnable[] stores = {
            () -> word.plain(2), () -> word.writeOnce(3), () -> word.storeRelease(4)
          };
          for (LongSupplier load : loads) {
            assertThat(load.getAsLong()).isEqualTo(1);
          }
          for (int i = 0; i < stores.length; i++) {
            stores[i].run();
            for (LongSupplier load : loads) {
              assertThat(load.getAsLong()).isEqualTo(i + 2);
            }
          }
        });
  }

  @Test
  void allSixtyFourBitsCanBeSetTestedAndCleared() {
    run(
        memory -> {
          Word word = memory.word("flags", 0);
          for (int bit = 0; bit < Long.SIZE; bit++) {
            word.setBit(bit);
            assertThat(word.testBit(bit)).isTrue();
          }
          assertThat(word.plain()).isEqualTo(-1L);
          word.clearBit(63);
          assertThat(word.plain()).isEqualTo(Long.MAX_VALUE);
        });
  }

  private record Snapshot(long value) {}

  @Test
  void pointersHoldNullObjectsAndValues() {
    run(
        memory -> {
          Pointer<Object> pointer = memory.pointer("pointer", null);
          assertThat(pointer.plain()).isNull();
          Object first = memory.allocate("thing", Object::new);
          pointer.rcuAssignPointer(first);
          assertThat(pointer.rcuDereference()).isSameAs(first);
          assertThat(pointer.xchg(new Snapshot(1))).isSameAs(first);
          assertThat(pointer.loadAcquire()).isEqualTo(new Snapshot(1));
          pointer.writeOnce(null);
          assertThat(pointer.readOnce()).isNull();
        });
  }

  @Test
  void cmpxchgOfAPointerComparesValues() {
    run(
        memory -> {
          Pointer<Snapshot> pointer = memory.pointer("pointer", new Snapshot(1));
          assertThat(pointer.cmpxchg(new Snapshot(2), null)).isEqualTo(new Snapshot(1));
          assertThat(pointer.plain()).isEqualTo(new Snapshot(1));
          assertThat(pointer.cmpxchg(new Snapshot(1), new Snapshot(3))).isEqualTo(new Snapshot(1));
          assertThat(pointer.plain()).isEqualTo(new Snapshot(3));
        });
  }

  @Test
  void anAwaitedConditionThatHoldsDoesNotWait() {
    run(
        memory -> {
          Word word = memory.word("word", 1);
          memory.await(() -> word.readOnce() == 1);
        });
  }

  @Test
  void aTypesafeSlabHandsOutTheLastFreedObjectFirstWithItsOldValues() {
    run(
        memory -> {
          TypesafeSlab<Word> slab =
              new TypesafeSlab<>(memory, "vm_area_struct", () -> memory.word("vm_refcnt", 0));
          Word first = slab.allocate();
          Word second = slab.allocate();
          assertThat(second).isNotSameAs(first);
          second.plain(7);
          slab.free(first);
          slab.free(second);
          assertThat(slab.allocate()).isSameAs(second);
          assertThat(second.plain()).isEqualTo(7);
          assertThat(slab.allocate()).isSameAs(first);
        });
  }
}
