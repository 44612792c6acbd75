package org.vmacheck.checks.workers;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that work in the background and do not keep the program from ending. */
public final class Workers {

  private Workers() {}

  /**
   * A pool of them, to be shut down by who asked for it.
   *
   * @param threads how many, at least 1
   * @param name of each, as a thread dump shows it
   */
  public static ExecutorService daemons(int threads, String name) {
    return Executors.newFixedThreadPool(
        threads,
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  /**
   * Waits for all tasks, as many at a time as there are threads.
   *
   * @throws IOException what the first failing one threw, once all have ended; of another checked
   *     exception it is the cause
   */
  public static void all(List<Callable<Void>> tasks, int threads, String name)
      throws IOException, InterruptedException {
    ExecutorService workers = daemons(threads, name);
    try {
      for (Future<Void> done : workers.invokeAll(tasks)) {
        done.get();
      }
    } catch (ExecutionException e) {
      throw thrownBy(e);
    } finally {
      workers.shutdownNow();
    }
  }

  private static IOException thrownBy(ExecutionException e) {
    if (e.getCause() instanceof IOException failure) {
      return failure;
    }
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    if (e.getCause() instanceof RuntimeException failure) {
      throw failure;
    }
    return new IOException(e.getCause());
  }
}
