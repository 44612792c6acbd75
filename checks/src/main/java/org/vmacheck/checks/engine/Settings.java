package org.vmacheck.checks.engine;

import java.time.Duration;

/**
 * How to run an engine. Engines ignore what does not apply to them.
 *
 * @param model the memory model to explore under
 * @param budget how long one judgement may take; when it ends first the verdict is inconclusive
 * @param seed of everything that is drawn by chance
 * @param jobs processors to use, at least 1
 * @param order which executions to come to first
 * @param reduction which executions need not be visited
 * @param loads whether to look at executions with load buffering, where the model has them
 * @param progress told what has been done so far, from any thread, a few times a second at most
 */
public record Settings(
    MemoryModelName model,
    Duration budget,
    long seed,
    int jobs,
    SearchOrder order,
    Reduction reduction,
    LoadBuffering loads,
    Progress progress) {

  public static Settings defaults() {
    return new Settings(
        MemoryModelName.LKMM,
        Duration.ofSeconds(30),
        0,
        1,
        SearchOrder.AS_THEY_COME,
        Reduction.SYMMETRY,
        LoadBuffering.LEFT_OUT,
        Progress.NONE);
  }

  public Settings withModel(MemoryModelName other) {
    return new Settings(other, budget, seed, jobs, order, reduction, loads, progress);
  }

  public Settings withBudget(Duration other) {
    return new Settings(model, other, seed, jobs, order, reduction, loads, progress);
  }

  public Settings withSeed(long other) {
    return new Settings(model, budget, other, jobs, order, reduction, loads, progress);
  }

  public Settings withJobs(int other) {
    return new Settings(model, budget, seed, other, order, reduction, loads, progress);
  }

  public Settings withOrder(SearchOrder other) {
    return new Settings(model, budget, seed, jobs, other, reduction, loads, progress);
  }

  public Settings withReduction(Reduction other) {
    return new Settings(model, budget, seed, jobs, order, other, loads, progress);
  }

  public Settings withLoads(LoadBuffering other) {
    return new Settings(model, budget, seed, jobs, order, reduction, other, progress);
  }

  public Settings withProgress(Progress other) {
    return new Settings(model, budget, seed, jobs, order, reduction, loads, other);
  }
}
