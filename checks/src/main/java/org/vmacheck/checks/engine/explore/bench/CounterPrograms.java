package org.vmacheck.checks.engine.explore.bench;

import org.vmacheck.checks.scenario.Setup;
import org.vmacheck.model.memory.Word;

/**
 * Counters and arrays: small programs of the stateless model checking literature whose number of
 * executions is known. Variables start at 0 unless the program says otherwise.
 */
final class CounterPrograms {

  private CounterPrograms() {}

  /** N relaxed increments of one word. */
  static Setup ainc(int n) {
    return memory -> {
      Word x = memory.word("x", 0);
      BenchThreads threads = new BenchThreads();
      threads.copies(n, () -> x.fetchAddRelaxed(1));
      return threads.program();
    };
  }

  /** N threads increment one word and then another. */
  static Setup binc(int n) {
    return memory -> {
      Word x = memory.word("x", 0);
      Word y = memory.word("y", 0);
      BenchThreads threads = new BenchThreads();
      threads.copies(
          n,
          () -> {
            x.fetchAddRelaxed(1);
            y.fetchAddRelaxed(1);
          });
      return threads.program();
    };
  }

  /** N increments that are a load and a store. */
  static Setup inc(int n) {
    return memory -> {
      Word x = memory.word("x", 0);
      BenchThreads threads = new BenchThreads();
      threads.times(1, n, i -> x.writeOnce(x.readOnce() + (1L << i)));
      return threads.program();
    };
  }

  /** One writer and N readers. */
  static Setup readers(int n) {
    return memory -> {
      Word x = memory.word("x", 0);
      BenchThreads threads = new BenchThreads();
      threads.add(() -> x.writeOnce(1));
      threads.copies(n, x::readOnce);
      return threads.program();
    };
  }

  /** N + 1 writers and one reader. */
  static Setup writers(int n) {
    return memory -> {
      Word x = memory.word("x", 0);
      BenchThreads threads = new BenchThreads();
      threads.times(0, n, i -> x.writeOnce(i));
      threads.add(x::readOnce);
      return threads.program();
    };
  }

  /**
   * One thread looks for the last zero of an array, N others each write an element; acquire loads
   * and release stores.
   */
  static Setup lastzero(int n) {
    return memory -> {
      Word[] array = BenchThreads.words(memory, "array", n + 1);
      BenchThreads threads = new BenchThreads();
      threads.add(
          () -> {
            int i = n;
            while (array[i].loadAcquire() != 0) {
              i--;
            }
          });
      threads.times(1, n, j -> array[j].storeRelease(array[j - 1].loadAcquire() + 1));
      return threads.program();
    };
  }

  /** N threads insert into a hash table with 128 places, 4 values each. */
  static Setup indexer(int n) {
    return memory -> {
      Word[] table = BenchThreads.words(memory, "table", 128);
      BenchThreads threads = new BenchThreads();
      threads.times(
          0,
          n - 1,
          tid -> {
            for (int i = 0; i < 4; i++) {
              int w = i * 11 + tid;
              int h = (w * 7) % 128;
              while (table[h].cmpxchgRelaxed(0, w) != 0) {
                h = (h + 1) % 128;
              }
            }
          });
      return threads.program();
    };
  }

  /** Thread i moves a word from i - 1 to i. */
  static Setup casrot(int n) {
    return memory -> {
      Word x = memory.word("x", 0);
      BenchThreads threads = new BenchThreads();
      threads.times(1, n, i -> x.cmpxchgRelaxed(i - 1, i));
      return threads.program();
    };
  }

  /** Each thread tries to move a word from 0 to 1 and then writes it. */
  static Setup casw(int n) {
    return memory -> {
      Word x = memory.word("x", 0);
      BenchThreads threads = new BenchThreads();
      threads.times(
          0,
          n - 1,
          i -> {
            x.cmpxchgRelaxed(0, 1);
            x.writeOnce(i + 3);
          });
      return threads.program();
    };
  }

  /** Two threads that write and read one word, and N - 1 that write two others. */
  static Setup coA(int n) {
    return memory -> {
      Word x = memory.word("x", 0);
      Word y = memory.word("y", 0);
      Word z = memory.word("z", 0);
      BenchThreads threads = new BenchThreads();
      threads.add(
          () -> {
            x.writeOnce(1);
            y.readOnce();
            x.readOnce();
          });
      threads.add(
          () -> {
            x.writeOnce(2);
            z.readOnce();
            x.readOnce();
          });
      threads.times(
          1,
          n - 1,
          i -> {
            y.writeOnce(i);
            z.writeOnce(i);
          });
      return threads.program();
    };
  }

  /**
   * Two threads add two words up, N times; a third looks at the sums; acquire loads and release
   * stores.
   */
  static Setup fibBench(int n) {
    return memory -> {
      Word x = memory.word("x", 1);
      Word y = memory.word("y", 1);
      BenchThreads threads = new BenchThreads();
      threads.add(() -> sums(n, x, y, x));
      threads.add(() -> sums(n, x, y, y));
      threads.add(
          () -> {
            if (x.loadAcquire() <= 144) {
              y.loadAcquire();
            }
          });
      return threads.program();
    };
  }

  private static void sums(int n, Word x, Word y, Word target) {
    for (int i = 0; i < n; i++) {
      long first = x.loadAcquire();
      target.storeRelease(first + y.loadAcquire());
    }
  }
}
