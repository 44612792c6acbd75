package org.vmacheck.checks.engine.explore.bench;

import org.vmacheck.checks.scenario.Setup;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.Word;

/**
 * Structures without locks. A reference is the number of a node and, above it, a count that every
 * replacement moves on, so that an old one is never taken for a new one; node 0 is none.
 */
final class StructurePrograms {

  private static final int COUNT = 32;

  private StructurePrograms() {}

  private static long reference(long node, long count) {
    return node | count << COUNT;
  }

  private static int node(long reference) {
    return (int) reference;
  }

  /** The reference that replaces another one. */
  private static long next(long node, long replaced) {
    return reference(node, (replaced >>> COUNT) + 1);
  }

  /** N threads put a value into a Michael-Scott queue (1996) and take one out. */
  static Setup msQueue(int n) {
    return memory -> {
      Queue queue = new Queue(memory, n);
      BenchThreads threads = new BenchThreads();
      threads.times(
          1,
          n,
          i -> {
            queue.enqueue(i);
            queue.dequeue();
          });
      return threads.program();
    };
  }

  /** Begins with node n + 1, which holds no value; thread i puts in node i. */
  private static final class Queue {
    private final Word head;
    private final Word tail;
    private final Word[] next;
    private final Word[] value;

    Queue(Memory memory, int n) {
      head = memory.word("head", reference(n + 1, 0));
      tail = memory.word("tail", reference(n + 1, 0));
      next = BenchThreads.words(memory, "next", n + 2);
      value = BenchThreads.words(memory, "value", n + 2);
    }

    void enqueue(int mine) {
      value[mine].plain(mine);
      next[mine].writeOnce(reference(0, next[mine].readOnce() >>> COUNT));
      while (true) {
        long last = tail.loadAcquire();
        Word link = next[node(last)];
        long after = link.loadAcquire();
        if (tail.readOnce() != last) {
          continue;
        }
        if (node(after) == 0 && link.cmpxchgRelease(after, next(mine, after)) == after) {
          tail.cmpxchgRelease(last, next(mine, last));
          return;
        }
        tail.cmpxchgRelease(last, next(node(link.loadAcquire()), last));
      }
    }

    void dequeue() {
      while (true) {
        long first = head.loadAcquire();
        long last = tail.loadAcquire();
        long after = next[node(first)].loadAcquire();
        if (head.readOnce() != first) {
          continue;
        }
        if (node(first) != node(last)) {
          value[node(after)].plain();
          if (head.cmpxchgRelease(first, next(node(after), first)) == first) {
            return;
          }
        } else if (node(after) == 0) {
          return;
        } else {
          tail.cmpxchgRelease(last, next(node(after), last));
        }
      }
    }
  }

  /** N threads push a node onto a Treiber stack (1986), and one pops. */
  static Setup treiber(int n) {
    return memory -> {
      Stack stack = new Stack(memory, n);
      Word[] data = BenchThreads.words(memory, "data", n + 1);
      BenchThreads threads = new BenchThreads();
      threads.times(
          1,
          n,
          i -> {
            data[i].writeOnce(i + 42);
            stack.push(i);
          });
      threads.add(
          () -> {
            int popped = stack.pop();
            if (popped != 0) {
              data[popped].readOnce();
            }
          });
      return threads.program();
    };
  }

  private static final class Stack {
    private final Word top;
    private final Word[] next;
    private final Word[] value;

    Stack(Memory memory, int n) {
      top = memory.word("top", 0);
      next = BenchThreads.words(memory, "next", n + 1);
      value = BenchThreads.words(memory, "value", n + 1);
    }

    void push(int mine) {
      value[mine].plain(mine);
      long old;
      do {
        old = top.loadAcquire();
        next[mine].writeOnce(old);
      } while (top.cmpxchgRelease(old, next(mine, old)) != old);
    }

    int pop() {
      long old;
      long below;
      do {
        old = top.loadAcquire();
        if (node(old) == 0) {
          return 0;
        }
        below = next[node(old)].readOnce();
      } while (top.cmpxchgRelease(old, next(node(below), old)) != old);
      return (int) value[node(old)].plain();
    }
  }

  /**
   * The owner of a Chase-Lev deque (2005, with the orders of Le and others 2013) pushes five times,
   * pops three times and pushes twice, while N thieves each steal once.
   */
  static Setup chaseLev(int n) {
    return memory -> {
      Deque deque = new Deque(memory);
      BenchThreads threads = new BenchThreads();
      threads.add(
          () -> {
            for (int i = 1; i <= 5; i++) {
              deque.push(i);
            }
            for (int i = 1; i <= 3; i++) {
              deque.pop();
            }
            for (int i = 6; i <= 7; i++) {
              deque.push(i);
            }
          });
      threads.copies(n, deque::steal);
      return threads.program();
    };
  }

  private static final class Deque {
    private static final int ROOM = 10;

    private final Memory memory;
    private final Word bottom;
    private final Word top;
    private final Word[] buffer;

    Deque(Memory memory) {
      this.memory = memory;
      bottom = memory.word("bottom", 0);
      top = memory.word("top", 0);
      buffer = BenchThreads.words(memory, "buffer", ROOM);
    }

    void push(int value) {
      long b = bottom.readOnce();
      long t = top.loadAcquire();
      if (b - t < ROOM) {
        buffer[(int) b % ROOM].plain(value);
        bottom.storeRelease(b + 1);
      }
    }

    void pop() {
      long b = bottom.readOnce();
      bottom.writeOnce(b - 1);
      memory.smpMb();
      long t = top.readOnce();
      if (b <= t) {
        bottom.writeOnce(b);
        return;
      }
      buffer[(int) (b - 1) % ROOM].plain();
      if (b - t == 1) {
        top.cmpxchg(t, t + 1);
        bottom.writeOnce(b);
      }
    }

    void steal() {
      long t = top.readOnce();
      memory.smpMb();
      long b = bottom.loadAcquire();
      if (b > t) {
        buffer[(int) t % ROOM].plain();
        top.cmpxchgRelease(t, t + 1);
      }
    }
  }
}
