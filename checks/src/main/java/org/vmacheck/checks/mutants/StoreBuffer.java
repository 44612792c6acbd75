package org.vmacheck.checks.mutants;

import java.util.ArrayList;
import java.util.List;

/** Stores of one thread that the others do not see yet. The thread itself does. */
final class StoreBuffer {

  private record Store(Object cell, Object value, Runnable make) {}

  /** In their order; few, so a list will do. */
  private final List<Store> stores = new ArrayList<>();

  void put(Object cell, Object value, Runnable make) {
    stores.add(new Store(cell, value, make));
  }

  boolean isEmpty() {
    return stores.isEmpty();
  }

  boolean holds(Object cell) {
    return stores.stream().anyMatch(store -> store.cell() == cell);
  }

  /** What the cell holds for the thread. */
  Object value(Object cell) {
    return stores.stream().filter(store -> store.cell() == cell).findFirst().orElseThrow().value();
  }

  /** Makes the store to this cell, if there is one. */
  void flush(Object cell) {
    for (int i = 0; i < stores.size(); i++) {
      if (stores.get(i).cell() == cell) {
        stores.remove(i).make().run();
        return;
      }
    }
  }

  /** Makes them all. */
  void flush() {
    while (!stores.isEmpty()) {
      stores.remove(0).make().run();
    }
  }

  /** Forgets them. */
  void clear() {
    stores.clear();
  }
}
