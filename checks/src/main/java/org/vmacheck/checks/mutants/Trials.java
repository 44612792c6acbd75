package org.vmacheck.checks.mutants;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.vmacheck.checks.workers.Workers;

/** Mutations tried side by side. */
public final class Trials {

  private Trials() {}

  /**
   * The results, in the order of the mutations.
   *
   * @param jobs how many at a time
   * @param done told of each result when there is one, one at a time
   */
  public static List<Result> run(
      Trial trial, List<Reached> reached, boolean all, int jobs, Consumer<Result> done) {
    ExecutorService workers = Workers.daemons(jobs, "mutants");
    try {
      List<Future<Result>> futures = new ArrayList<>();
      Object oneAtATime = new Object();
      for (Reached one : reached) {
        futures.add(
            workers.submit(
                () -> {
                  Result result = trial.of(one, all);
                  synchronized (oneAtATime) {
                    done.accept(result);
                  }
                  return result;
                }));
      }
      List<Result> results = new ArrayList<>();
      for (Future<Result> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a mutation could not be tried", failed.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      workers.shutdownNow();
    }
  }
}
