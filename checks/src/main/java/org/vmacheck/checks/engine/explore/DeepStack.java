package org.vmacheck.checks.engine.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.vmacheck.checks.engine.EngineFailure;

/** Runs an exploration, which recurses once for each choice, on a stack that is large enough. */
public final class DeepStack {

  /** Reserved, not used: only what the recursion touches is ever backed by memory. */
  private static final long BYTES = 1L << 30;

  private DeepStack() {}

  /**
   * Runs it to its end. An interrupt of the caller is passed on.
   *
   * @throws EngineFailure if it failed
   */
  public static void run(Runnable exploration) {
    runAll(1, i -> exploration.run());
  }

  /** Runs so many at once, each told its number, to the end of the last of them. */
  public static void runAll(int count, IntConsumer exploration) {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = i;
      Thread thread =
          new Thread(null, () -> exploration.accept(number), "explore-" + number, BYTES);
      thread.setUncaughtExceptionHandler(
          (failed, e) -> {
            failure.compareAndSet(null, e);
            threads.forEach(Thread::interrupt);
          });
      thread.setDaemon(true);
      threads.add(thread);
    }
    threads.forEach(Thread::start);
    threads.forEach(thread -> join(thread, threads));
    if (failure.get() instanceof EngineFailure known) {
      throw known;
    }
    if (failure.get() != null) {
      throw new EngineFailure("the explorer failed: " + failure.get(), failure.get());
    }
  }

  private static void join(Thread thread, List<Thread> all) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
        all.forEach(Thread::interrupt);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
