package org.vmacheck.checks.conform;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import org.vmacheck.checks.live.kernel.KernelName;
import org.vmacheck.checks.syscall.SystemCall;
import org.vmacheck.model.release.Patches;
import org.vmacheck.model.release.Release;

/**
 * Runs random sequences on a kernel and on the model and compares the two after every call. The
 * first difference, in the order of the sequences, ends the run; which one that is does not depend
 * on the number of threads.
 */
public final class Conformance {

  private final Settings settings;
  private final HelperHost host;

  /** What is asked for to be compared with the kernel; empty for the model of its own release. */
  private final Optional<Release> asked;

  private final LongConsumer progress;

  /** The sequence of a number, or null if it is to be drawn. */
  private final IntFunction<List<SystemCall>> given;

  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger stopAt = new AtomicInteger(Integer.MAX_VALUE);
  private final AtomicBoolean outOfTime = new AtomicBoolean();
  private final AtomicLong sequences = new AtomicLong();
  private final AtomicLong calls = new AtomicLong();
  private final Coverage coverage = new Coverage();
  private final long begun = System.nanoTime();
  private final List<String> skipped = new CopyOnWriteArrayList<>();
  private Difference difference;
  private volatile String kernel = "unknown";
  private volatile Release release;

  /**
   * A comparison of random sequences.
   *
   * @param host whose kernel is compared
   * @param asked a release to compare it with, if not its own
   * @param progress hears the number of sequences compared, from any thread
   */
  public Conformance(
      Settings settings, HelperHost host, Optional<Release> asked, LongConsumer progress) {
    this(settings, host, asked, progress, null);
  }

  private Conformance(
      Settings settings,
      HelperHost host,
      Optional<Release> asked,
      LongConsumer progress,
      IntFunction<List<SystemCall>> given) {
    this.settings = settings;
    this.host = host;
    this.asked = asked;
    this.progress = progress;
    this.given = given;
  }

  /** A comparison of one given sequence. */
  public static Conformance of(List<SystemCall> calls, HelperHost host, Optional<Release> asked) {
    Settings settings = new Settings(0, 1, calls.size(), null, 1);
    return new Conformance(settings, host, asked, compared -> {}, number -> calls);
  }

  /**
   * Compares.
   *
   * @throws Unavailable if that kernel, or this machine, cannot show anything
   */
  public ConformanceResult run() throws Unavailable, IOException, InterruptedException {
    int batches = 1 + (settings.sequences() - 1) / KernelSide.batch(settings.length());
    int sides = Math.min(settings.jobs(), batches);
    try (HelperProgram program = HelperProgram.compile(host.options())) {
      InParallel.run(Collections.nCopies(sides, () -> work(program)));
    }
    return snapshot(!outOfTime.get());
  }

  private static Release ofItsOwn(String kernel) throws Unavailable {
    KernelName name = new KernelName(kernel);
    return name.release()
        .orElseThrow(
            () ->
                new Unavailable(
                    "Linux "
                        + kernel
                        + " is no release of the model ("
                        + name.standing()
                        + "); --release compares it with one all the same"));
  }

  /** What is known so far; may be asked from another thread while it runs. */
  public ConformanceResult snapshot(boolean complete) {
    synchronized (coverage) {
      Coverage copy = new Coverage();
      copy.addAll(coverage);
      return new ConformanceResult(
          kernel,
          release == null ? "" : release.name(),
          sequences.get(),
          calls.get(),
          difference,
          copy,
          List.copyOf(skipped),
          System.nanoTime() - begun,
          complete);
    }
  }

  /** What the kernel says of itself decides what it is compared with, and on what. */
  private synchronized void introduce(Introduction introduction) throws Unavailable {
    if (release != null) {
      return;
    }
    kernel = introduction.kernel();
    release = asked.isPresent() ? asked.get() : ofItsOwn(kernel);
    for (Ability ability : Ability.values()) {
      if (!introduction.abilities().contains(ability)) {
        skipped.add(ability.missing());
      }
    }
    for (String patch : introduction.patches()) {
      skipped.add("the model as it is, for it with " + patch + ": this kernel is like that");
    }
  }

  /** A helper dies with the thread that started it, so each thread starts its own. */
  private Void work(HelperProgram program) throws Unavailable, IOException {
    try (KernelSide side = KernelSide.start(host, program)) {
      introduce(side.introduction());
      Introduction introduction = side.introduction();
      Release like = ModelSide.stock(release);
      for (String patch : introduction.patches()) {
        like = like.patched(Patches.named(patch).orElseThrow());
      }
      compareAll(side, new ModelSide(like), introduction.abilities());
      return null;
    } catch (Unavailable | IOException | RuntimeException failed) {
      stopAt.set(-1);
      throw failed;
    }
  }

  private void compareAll(KernelSide kernel, Side side, Set<Ability> abilities) throws IOException {
    int size = KernelSide.batch(settings.length());
    while (!outOfTime.get()) {
      int first = next.getAndAdd(size);
      int last = Math.min(first + size, settings.sequences());
      if (first >= last || first > stopAt.get()) {
        break;
      }
      compareBatch(kernel, side, first, last, abilities);
      if (settings.budget() != null
          && System.nanoTime() - begun > settings.budget().toNanos()
          && next.get() < settings.sequences()) {
        outOfTime.set(true);
      }
    }
  }

  private void compareBatch(
      KernelSide kernel, Side side, int first, int last, Set<Ability> abilities)
      throws IOException {
    List<List<SystemCall>> batch = new ArrayList<>();
    for (int number = first; number < last; number++) {
      List<SystemCall> calls = sequence(number, abilities);
      batch.add(calls);
      kernel.submit(number, calls);
    }
    kernel.flush();
    List<List<String>> expected = new ArrayList<>();
    for (List<SystemCall> calls : batch) {
      expected.add(side.run(calls));
    }
    Coverage own = new Coverage();
    int differing = -1;
    for (int index = 0; index < batch.size(); index++) {
      KernelSide.Answer answer = kernel.answer();
      if (differing >= 0 || first + index > stopAt.get()) {
        continue;
      }
      requireAlive(answer);
      List<String> model = expected.get(index);
      own.add(batch.get(index), model);
      sequences.incrementAndGet();
      calls.addAndGet(batch.get(index).size());
      if (!answer.lines().equals(List.of(Digest.of(model)))) {
        differing = index;
      }
    }
    synchronized (coverage) {
      coverage.addAll(own);
    }
    progress.accept(sequences.get());
    if (differing >= 0) {
      found(kernel, side, first + differing, batch.get(differing));
    }
  }

  private List<SystemCall> sequence(int number, Set<Ability> abilities) {
    return given != null
        ? given.apply(number)
        : Generator.sequence(settings.seedOf(number), settings.length(), abilities);
  }

  private static void requireAlive(KernelSide.Answer answer) throws IOException {
    if (answer.death() != null) {
      throw new IOException(
          "sequence " + answer.id() + " died on the kernel's side: " + answer.death());
    }
  }

  private void found(KernelSide kernel, Side side, int number, List<SystemCall> calls)
      throws IOException {
    if (stopAt.accumulateAndGet(number, Math::min) != number) {
      return;
    }
    Difference shrunk = Comparison.of(kernel, side).shrink(number, settings.seedOf(number), calls);
    synchronized (coverage) {
      if (difference == null || number < difference.number()) {
        difference = shrunk;
      }
    }
  }
}
