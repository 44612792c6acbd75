package org.vmacheck.checks.engine.explore.bench;

import java.util.function.LongPredicate;
import org.vmacheck.checks.scenario.Setup;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.SpinLock;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.memory.lockdep.LockClass;

/**
 * Locks, each with a word that it protects. Where a thread spins, it waits with {@code await}: the
 * spinning itself writes nothing.
 */
final class LockPrograms {

  private LockPrograms() {}

  /** N threads take a ticket lock (Mellor-Crummey and Scott 1991) once. */
  static Setup ticket(int n) {
    return memory -> {
      Word next = memory.word("next", 0);
      Word owner = memory.word("owner", 0);
      Word shared = memory.word("shared", 0);
      BenchThreads threads = new BenchThreads();
      threads.copies(
          n,
          () -> {
            long ticket = next.fetchAddRelaxed(1);
            memory.await(() -> owner.loadAcquire() == ticket);
            shared.plain(1);
            shared.plain();
            owner.storeRelease(owner.readOnce() + 1);
          });
      return threads.program();
    };
  }

  /** N threads take a test-and-test-and-set lock (Rudolph and Segall 1984) once. */
  static Setup ttas(int n) {
    return memory -> {
      Word state = memory.word("state", 0);
      Word shared = memory.word("shared", 0);
      BenchThreads threads = new BenchThreads();
      threads.copies(
          n,
          () -> {
            do {
              memory.await(() -> state.readOnce() == 0);
            } while (state.xchgAcquire(1) != 0);
            shared.plain(1);
            shared.plain();
            state.storeRelease(0);
          });
      return threads.program();
    };
  }

  /** N threads take a queue lock (Mellor-Crummey and Scott 1991) once; thread i has node i. */
  static Setup mcs(int n) {
    return memory -> {
      Word tail = memory.word("tail", 0);
      Word[] next = BenchThreads.words(memory, "next", n + 1);
      Word[] locked = BenchThreads.words(memory, "locked", n + 1);
      Word shared = memory.word("shared", 0);
      BenchThreads threads = new BenchThreads();
      threads.times(
          1,
          n,
          me -> {
            locked[me].writeOnce(0);
            next[me].writeOnce(0);
            int before = (int) tail.xchg(me);
            if (before != 0) {
              next[before].writeOnce(me);
              memory.await(() -> locked[me].loadAcquire() != 0);
            }
            shared.plain(me);
            long after = next[me].readOnce();
            if (after == 0) {
              if (tail.cmpxchgRelease(me, 0) == me) {
                return;
              }
              memory.await(() -> next[me].readOnce() != 0);
              after = next[me].readOnce();
            }
            locked[(int) after].storeRelease(1);
          });
      return threads.program();
    };
  }

  /** N threads read under the reader-writer lock that Linux had on x86 until 2014, then write. */
  static Setup rwlock(int n) {
    return memory -> {
      BiasLock lock = new BiasLock(memory);
      Word shared = memory.word("shared", 0);
      BenchThreads threads = new BenchThreads();
      threads.copies(
          n,
          () -> {
            lock.take(1, state -> state > 0);
            shared.plain();
            lock.release(1);
            lock.take(BiasLock.BIAS, state -> state == BiasLock.BIAS);
            shared.plain(1);
            lock.release(BiasLock.BIAS);
          });
      return threads.program();
    };
  }

  /** A word that starts at a bias: a reader takes 1 of it, a writer all. */
  private static final class BiasLock {

    static final long BIAS = 0x100000;

    private final Memory memory;
    private final Word state;

    BiasLock(Memory memory) {
      this.memory = memory;
      state = memory.word("lock", BIAS);
    }

    void take(long share, LongPredicate enough) {
      while (!enough.test(state.fetchAddAcquire(-share))) {
        state.fetchAddRelaxed(share);
        memory.await(() -> enough.test(state.readOnce()));
      }
    }

    void release(long share) {
      state.fetchAddRelease(share);
    }
  }

  /** N readers of a word under a sequence lock with two writers. */
  static Setup seqlock(int n) {
    return memory -> {
      SpinLock lock = memory.spinLock(new LockClass("seqlock"), "seqlock.lock");
      Word sequence = memory.word("sequence", 0);
      Word shared = memory.word("shared", 0);
      BenchThreads threads = new BenchThreads();
      threads.copies(
          n,
          () ->
              memory.await(
                  () -> {
                    long start = sequence.readOnce();
                    if ((start & 1) != 0) {
                      return false;
                    }
                    memory.smpRmb();
                    shared.readOnce();
                    memory.smpRmb();
                    return sequence.readOnce() == start;
                  }));
      threads.copies(
          2,
          () -> {
            lock.lock();
            sequence.writeOnce(sequence.readOnce() + 1);
            memory.smpWmb();
            shared.writeOnce(42);
            memory.smpWmb();
            sequence.writeOnce(sequence.readOnce() + 1);
            lock.unlock();
          });
      return threads.program();
    };
  }

  /** Two threads exclude each other as Szymanski (1988) has it, N times. */
  static Setup szymanski(int n) {
    return memory -> {
      Word[] flag = BenchThreads.words(memory, "flag", 2);
      Word shared = memory.word("shared", 0);
      BenchThreads threads = new BenchThreads();
      threads.times(
          0,
          1,
          me -> {
            Word mine = flag[me];
            Word other = flag[1 - me];
            for (int i = 0; i < n; i++) {
              set(memory, mine, 1);
              memory.await(() -> other.readOnce() < 3);
              set(memory, mine, 3);
              if (other.readOnce() == 1) {
                set(memory, mine, 2);
                memory.await(() -> other.readOnce() == 4);
              }
              set(memory, mine, 4);
              memory.await(() -> other.readOnce() < 2);
              shared.writeOnce(me);
              shared.readOnce();
              shared.readOnce();
              memory.smpMb();
              memory.await(() -> other.readOnce() < 2 || other.readOnce() > 3);
              mine.writeOnce(0);
            }
          });
      return threads.program();
    };
  }

  private static void set(Memory memory, Word flag, long value) {
    flag.writeOnce(value);
    memory.smpMb();
  }

  /** N readers meet a writer at a barrier that counts who waits. */
  static Setup barrier(int n) {
    return memory -> {
      Word waiting = memory.word("waiting", 0);
      Word step = memory.word("step", 0);
      Word shared = memory.word("shared", 0);
      Runnable meet =
          () -> {
            long now = step.loadAcquire();
            if (waiting.fetchAdd(1) == n) {
              waiting.storeRelease(0);
              step.fetchAdd(1);
            } else {
              memory.await(() -> step.loadAcquire() != now);
            }
          };
      BenchThreads threads = new BenchThreads();
      threads.add(
          () -> {
            shared.plain(42);
            meet.run();
          });
      threads.copies(
          n,
          () -> {
            meet.run();
            shared.plain();
          });
      return threads.program();
    };
  }
}
