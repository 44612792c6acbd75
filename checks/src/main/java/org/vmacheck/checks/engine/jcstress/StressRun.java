package org.vmacheck.checks.engine.jcstress;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vmacheck.checks.engine.EngineFailure;
import org.vmacheck.stress.MemoryOrderQuestion;

/** Runs tests in batches, the canary before all others, and keeps what is known so far. */
public final class StressRun implements AutoCloseable {

  /** Hears how far the run is, from the thread that runs it. */
  public interface Listener {

    /** The next batch begins. */
    void batch(String name);

    /** So many JVMs of the batch have ended. */
    void forks(int done, int planned);
  }

  /**
   * Tests that run together.
   *
   * @param name what a progress line calls them
   * @param tests as JCStress names them
   */
  public record Batch(String name, List<String> tests) {
    public Batch {
      tests = List.copyOf(tests);
    }
  }

  private final Jdk jdk;
  private final Effort effort;
  private final Listener listener;
  private final List<StressResult> results = new CopyOnWriteArrayList<>();
  private volatile JcstressProcess current;
  private volatile boolean closed;

  public StressRun(Jdk jdk, Effort effort, Listener listener) {
    this.jdk = jdk;
    this.effort = effort;
    this.listener = listener;
  }

  /**
   * Runs everything, in this order.
   *
   * @throws EngineFailure if the canary shows that nothing runs at the same time here, or a test
   *     has no result
   */
  public void run(List<Batch> batches) throws IOException, InterruptedException {
    String canary = MemoryOrderQuestion.canary();
    believe(run(new Batch(MemoryOrderQuestion.shortName(canary), List.of(canary)), Effort.BRIEF));
    for (Batch batch : batches) {
      results.addAll(run(batch, effort));
    }
  }

  /** The canary must have lost an update in at least one of its samples. */
  static void believe(List<StressResult> canary) {
    if (canary.stream().noneMatch(StressResult::showedInteresting)) {
      throw new EngineFailure(
          "no update of the canary was lost in "
              + canary.stream().mapToLong(StressResult::samples).sum()
              + " samples: the two actors do not run at the same time, so there are no verdicts");
    }
  }

  private List<StressResult> run(Batch batch, Effort how) throws IOException, InterruptedException {
    listener.batch(batch.name());
    try (JcstressProcess process = new JcstressProcess(jdk)) {
      current = process;
      if (closed) {
        throw new InterruptedException("closed");
      }
      return process.run(batch.tests(), how, listener::forks);
    } finally {
      current = null;
    }
  }

  /** The tests that have a result; grows while the run goes on. */
  public List<StressResult> results() {
    return List.copyOf(results);
  }

  /** Ends the run from another thread; no process and no file of it is left. */
  @Override
  public void close() {
    closed = true;
    JcstressProcess running = current;
    if (running != null) {
      running.close();
    }
  }
}
