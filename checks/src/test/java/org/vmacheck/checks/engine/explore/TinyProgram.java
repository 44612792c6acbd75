package org.vmacheck.checks.engine.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.vmacheck.checks.scenario.KernelThread;
import org.vmacheck.checks.scenario.Operation;
import org.vmacheck.checks.scenario.Program;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.SpinLock;
import org.vmacheck.model.memory.Word;

/**
 * A small program drawn by chance, which can be run on a memory as well as step by step. A thread's
 * outcome is a hash of all the values that it has read.
 */
record TinyProgram(List<List<Instruction>> threads) {

  static final int WORDS = 2;

  enum Code {
    READ,
    WRITE,
    ADD,
    CAS,
    /** Writes if the last value read was not 0. */
    WRITE_IF,
    LOCK,
    UNLOCK,
    /** Waits until the word is not 0. */
    AWAIT,
    /** Waits until the word and the other one differ, which takes two reads. */
    AWAIT_DIFFERENT,
    MB
  }

  record Instruction(Code code, int word, long value) {}

  static TinyProgram draw(long seed, boolean waits) {
    Random random = new Random(seed);
    int count = 2 + random.nextInt(2);
    List<List<Instruction>> threads = new ArrayList<>();
    long value = 1;
    for (int t = 0; t < count; t++) {
      List<Instruction> list = new ArrayList<>();
      int length = 1 + random.nextInt(count == 2 ? 4 : 3);
      boolean locked = waits && random.nextInt(3) == 0;
      if (locked) {
        list.add(new Instruction(Code.LOCK, 0, 0));
      }
      for (int i = 0; i < length; i++) {
        // the last of them sleep, which the holder of a spin lock must not
        Code code = CODES[random.nextInt(waits && !locked ? CODES.length : AWAKE)];
        list.add(new Instruction(code, random.nextInt(WORDS), value++));
      }
      if (locked) {
        list.add(new Instruction(Code.UNLOCK, 0, 0));
        if (random.nextBoolean()) {
          list.add(new Instruction(Code.READ, random.nextInt(WORDS), 0));
        }
      }
      threads.add(list);
    }
    return new TinyProgram(threads);
  }

  /** One with two or three threads that do the same, and mostly another one. */
  static TinyProgram drawAlike(long seed, boolean waits) {
    List<List<Instruction>> drawn = draw(seed, waits).threads;
    boolean alone = seed % 4 == 0;
    List<Instruction> twin = drawn.get(0);
    return new TinyProgram(alone ? List.of(twin, twin, twin) : List.of(twin, drawn.get(1), twin));
  }

  /** The numbers of the threads that do the same, by what they do. */
  static <T> Set<Set<Integer>> alike(List<T> threads) {
    Map<T, Set<Integer>> same = new HashMap<>();
    for (int t = 0; t < threads.size(); t++) {
      same.computeIfAbsent(threads.get(t), one -> new HashSet<>()).add(t);
    }
    return new HashSet<>(same.values());
  }

  private static final Code[] CODES = {
    Code.READ,
    Code.READ,
    Code.WRITE,
    Code.WRITE,
    Code.ADD,
    Code.CAS,
    Code.WRITE_IF,
    Code.MB,
    Code.AWAIT,
    Code.AWAIT_DIFFERENT
  };

  private static final int AWAKE = CODES.length - 2;

  static long hash(long before, long read) {
    return before * 31 + read + 1;
  }

  /** The program on a memory; the states that it ends in are added to the set. */
  Program on(Memory memory, Set<List<Long>> states) {
    Word[] words = new Word[WORDS];
    for (int i = 0; i < WORDS; i++) {
      words[i] = memory.word("w" + i, 0);
    }
    SpinLock lock = memory.spinLock("lock");
    List<KernelThread> bodies = new ArrayList<>();
    for (List<Instruction> thread : threads) {
      bodies.add(
          KernelThread.of(
              "T" + bodies.size(), new Operation("run", () -> run(memory, words, lock, thread))));
    }
    return new Program(
        bodies,
        outcomes -> {
          List<Long> state = new ArrayList<>();
          for (int t = 0; t < threads.size(); t++) {
            state.add(outcomes.of(t, 0));
          }
          for (Word word : words) {
            state.add(word.readOnce());
          }
          states.add(state);
        },
        Set.of(),
        alike(threads));
  }

  private static long run(Memory memory, Word[] words, SpinLock lock, List<Instruction> thread) {
    long seen = 0;
    long last = 0;
    for (Instruction i : thread) {
      Word word = words[i.word];
      switch (i.code) {
        case READ -> seen = hash(seen, last = word.readOnce());
        case WRITE -> word.writeOnce(i.value);
        case ADD -> seen = hash(seen, last = word.fetchAdd(100));
        case CAS -> seen = hash(seen, last = word.cmpxchg(0, i.value));
        case WRITE_IF -> {
          if (last != 0) {
            word.writeOnce(i.value);
          }
        }
        case LOCK -> lock.lock();
        case UNLOCK -> lock.unlock();
        case AWAIT -> memory.await(() -> word.readOnce() != 0);
        case AWAIT_DIFFERENT -> {
          Word other = words[1 - i.word];
          memory.await(() -> word.readOnce() != other.readOnce());
        }
        case MB -> memory.smpMb();
      }
    }
    return seen;
  }
}
