package org.vmacheck.checks.conform;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.vmacheck.checks.workers.Workers;

/** Tasks that are run at the same time, a thread each. */
final class InParallel {

  private InParallel() {}

  /**
   * Waits for all of them.
   *
   * @throws Unavailable or another exception that the first failing one threw, once all have ended
   */
  static void run(List<Callable<Void>> tasks)
      throws Unavailable, IOException, InterruptedException {
    ExecutorService workers = Workers.daemons(tasks.size(), "conform");
    try {
      for (Future<Void> done : workers.invokeAll(tasks)) {
        done.get();
      }
    } catch (ExecutionException e) {
      throw unwrap(e);
    } finally {
      workers.shutdownNow();
    }
  }

  private static IOException unwrap(ExecutionException e) throws Unavailable {
    if (e.getCause() instanceof Unavailable unavailable) {
      throw unavailable;
    }
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
