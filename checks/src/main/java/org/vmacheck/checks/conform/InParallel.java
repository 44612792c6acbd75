package org.vmacheck.checks.conform;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
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
    try {
      Workers.all(tasks, tasks.size(), "conform");
    } catch (IOException failed) {
      if (failed.getCause() instanceof Unavailable unavailable) {
        throw unavailable;
      }
      throw failed;
    }
  }
}
