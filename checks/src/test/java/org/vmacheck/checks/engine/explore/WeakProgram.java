package org.vmacheck.checks.engine.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.vmacheck.checks.scenario.KernelThread;
import org.vmacheck.checks.scenario.Operation;
import org.vmacheck.checks.scenario.Program;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.memory.SpinLock;
import org.vmacheck.model.memory.Word;

/**
 * A small program drawn by chance that uses what only a weak memory model tells apart: each kind of
 * access, fences, locks passed on, sections of RCU and grace periods, objects reached by a pointer.
 */
record WeakProgram(List<List<Instruction>> threads) {

  private static final int WORDS = 2;

  enum Code {
    READ,
    WRITE,
    PLAIN_READ,
    PLAIN_WRITE,
    ACQUIRE,
    RELEASE,
    XCHG,
    XCHG_RELAXED,
    XCHG_RELEASE,
    CMPXCHG_ACQUIRE,
    ADD_WITHOUT_VALUE,
    MB,
    RMB,
    WMB,
    /** Takes the lock, reads or writes the plain word, and lets go of it. */
    LOCKED_READ,
    LOCKED_WRITE,
    /** Points to another object; or reads where the pointer leads. */
    PUBLISH,
    PUBLISH_RELAXED,
    FOLLOW,
    FOLLOW_AND_WRITE,
    RCU_FOLLOW,
    SYNCHRONIZE
  }

  record Instruction(Code code, int word, long value) {}

  static WeakProgram draw(long seed) {
    Random random = new Random(seed);
    int count = 2 + random.nextInt(2);
    List<List<Instruction>> threads = new ArrayList<>();
    Code[] codes = Code.values();
    // grace periods only in some: most questions should be asked without
    int kinds = random.nextInt(4) == 0 ? codes.length : codes.length - 1;
    long value = 1;
    for (int t = 0; t < count; t++) {
      List<Instruction> list = new ArrayList<>();
      int length = 2 + random.nextInt(count == 2 ? 4 : 3);
      for (int i = 0; i < length; i++) {
        list.add(new Instruction(codes[random.nextInt(kinds)], random.nextInt(WORDS), value++));
      }
      threads.add(list);
    }
    return new WeakProgram(threads);
  }

  /** One with two threads that do the same, and a third if there is one. */
  static WeakProgram drawAlike(long seed) {
    List<List<Instruction>> drawn = new ArrayList<>(draw(seed).threads);
    drawn.set(drawn.size() == 2 ? 1 : 2, drawn.get(0));
    return new WeakProgram(drawn);
  }

  /** What the pointer points to. */
  private static final class Thing {
    final Word word;

    Thing(Memory memory) {
      word = memory.word("thing", 0);
    }
  }

  private record Cells(List<Word> words, SpinLock lock, Pointer<Thing> pointer, Thing other) {}

  Program on(Memory memory) {
    memory.rcu(); // the setup says who uses it
    Thing first = memory.allocate("first", () -> new Thing(memory));
    Thing other = memory.allocate("other", () -> new Thing(memory));
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < WORDS; i++) {
      words.add(memory.word("w" + i, 0));
    }
    Cells cells =
        new Cells(words, memory.spinLock("lock"), memory.pointer("pointer", first), other);
    List<KernelThread> bodies = new ArrayList<>();
    for (List<Instruction> thread : threads) {
      bodies.add(
          KernelThread.of(
              "T" + bodies.size(), new Operation("run", () -> run(memory, cells, thread))));
    }
    return new Program(bodies, outcomes -> {}, Set.of(), TinyProgram.alike(threads));
  }

  private static long run(Memory memory, Cells cells, List<Instruction> thread) {
    long seen = 0;
    for (Instruction i : thread) {
      seen = 31 * seen + step(memory, cells, i);
    }
    return seen;
  }

  private static long step(Memory memory, Cells cells, Instruction i) {
    Word word = cells.words.get(i.word);
    switch (i.code) {
      case READ -> {
        return word.readOnce();
      }
      case PLAIN_READ -> {
        return word.plain();
      }
      case ACQUIRE -> {
        return word.loadAcquire();
      }
      case XCHG -> {
        return word.xchg(i.value);
      }
      case XCHG_RELAXED -> {
        return word.xchgRelaxed(i.value);
      }
      case XCHG_RELEASE -> {
        return word.xchgRelease(i.value);
      }
      case CMPXCHG_ACQUIRE -> {
        return word.cmpxchgAcquire(0, i.value);
      }
      case WRITE -> word.writeOnce(i.value);
      case PLAIN_WRITE -> word.plain(i.value);
      case RELEASE -> word.storeRelease(i.value);
      case ADD_WITHOUT_VALUE -> word.atomicAdd(100);
      case MB -> memory.smpMb();
      case RMB -> memory.smpRmb();
      case WMB -> memory.smpWmb();
      case PUBLISH -> cells.pointer.rcuAssignPointer(cells.other);
      case PUBLISH_RELAXED -> cells.pointer.writeOnce(cells.other);
      case SYNCHRONIZE -> memory.rcu().synchronize();
      case FOLLOW -> {
        return cells.pointer.readOnce().word.plain();
      }
      case FOLLOW_AND_WRITE -> cells.pointer.readOnce().word.plain(i.value);
      case LOCKED_READ -> {
        cells.lock.lock();
        long value = word.plain();
        cells.lock.unlock();
        return value;
      }
      case LOCKED_WRITE -> {
        cells.lock.lock();
        word.plain(i.value);
        cells.lock.unlock();
      }
      case RCU_FOLLOW -> {
        memory.rcu().readLock();
        long value = cells.pointer.rcuDereference().word.plain();
        memory.rcu().readUnlock();
        return value;
      }
    }
    return 0;
  }
}
