package org.vmacheck.checks.workers;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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
}
