package org.vmacheck.checks.engine.explore.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.vmacheck.checks.scenario.KernelThread;
import org.vmacheck.checks.scenario.Operation;
import org.vmacheck.checks.scenario.Program;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.Word;

/** The threads of a benchmark program, one call each; nothing is asked of where they end. */
final class BenchThreads {

  private final List<KernelThread> threads = new ArrayList<>();
  private final Set<Set<Integer>> alike = new HashSet<>();

  void add(Runnable body) {
    Operation run =
        new Operation(
            "run",
            () -> {
              body.run();
              return 0;
            });
    threads.add(KernelThread.of("T" + threads.size(), run));
  }

  /** So many threads that do the same. */
  void copies(int count, Runnable body) {
    Set<Integer> copies = new HashSet<>();
    for (int i = 0; i < count; i++) {
      copies.add(threads.size());
      add(body);
    }
    alike.add(copies);
  }

  /** A thread for each number from one to the other. */
  void times(int from, int to, IntConsumer body) {
    for (int i = from; i <= to; i++) {
      int tid = i;
      add(() -> body.accept(tid));
    }
  }

  Program program() {
    return new Program(threads, outcomes -> {}, Set.of(), alike);
  }

  /** An array of words that are 0. */
  static Word[] words(Memory memory, String name, int count) {
    Word[] words = new Word[count];
    for (int i = 0; i < count; i++) {
      words[i] = memory.word(name + "[" + i + "]", 0);
    }
    return words;
  }
}
