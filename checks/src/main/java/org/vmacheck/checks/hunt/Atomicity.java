package org.vmacheck.checks.hunt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.book.PageProgram;
import org.vmacheck.checks.scenario.Outcomes;
import org.vmacheck.checks.scenario.Program;
import org.vmacheck.checks.syscall.Advice;
import org.vmacheck.checks.syscall.SystemCall;
import org.vmacheck.checks.syscall.SystemCall.Range;
import org.vmacheck.checks.syscall.SystemCall.Returns;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.sequential.SequentialMemory;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.release.Release;

/**
 * The oracle that needs no wish: what the calls return, and what a user sees of the end, is what
 * some order of the calls gives, one after another on the same kernel, or of the parts that some
 * calls promise to be no more than.
 */
final class Atomicity implements BiConsumer<Outcomes, String> {

  /** What is found when no order gives an end. */
  static final String FINDING = "not_atomic";

  /** What was returned, and what is seen. */
  private record End(List<Long> results, String state) {}

  private final Release kernel;
  private final Question question;
  private Set<End> ofCalls;
  private Set<End> ofParts;

  Atomicity(Release kernel, Question question) {
    this.kernel = kernel;
    this.question = question;
  }

  @Override
  public void accept(Outcomes outcomes, String state) {
    End end = new End(results(outcomes), state);
    if (ofCalls == null) {
      ofCalls = ends(calls -> List.of(calls));
    }
    if (ofCalls.contains(end)) {
      return;
    }
    if (ofParts == null) {
      ofParts = ends(Atomicity::parts);
    }
    if (!ofParts.contains(end)) {
      throw new KernelBug(
          KernelBug.Kind.INVARIANT, FINDING, "no order of the calls gives " + text(end));
    }
  }

  private static String text(End end) {
    return end.results + " and " + end.state;
  }

  private List<Long> results(Outcomes outcomes) {
    List<Long> results = new ArrayList<>();
    for (int t = 0; t < question.threads().size(); t++) {
      for (int i = 0; i < question.threads().get(t).size(); i++) {
        results.add(compared(question.threads().get(t).get(i), outcomes.of(t, i)));
      }
    }
    return results;
  }

  /**
   * Of a result what belongs to one moment. Who walks over several pages sees each as it was at
   * some instant; populating them can fail in the middle; and who only tries may fail because of
   * another.
   */
  private static long compared(SystemCall call, long result) {
    if (populates(call) || tries(call)) {
      return 0;
    }
    if (call.returns() == Returns.PAGES || call.returns() == Returns.NUMBER) {
      return 0;
    }
    boolean flags = call.returns() == Returns.FLAGS && result >= 0;
    return flags ? result & ~(VmFlags.SOFTDIRTY | VmFlags.MAYBE_GUARD) : result;
  }

  private static boolean populates(SystemCall call) {
    return call instanceof SystemCall.Mlock
        || (call instanceof SystemCall.Madvise madvise
            && (madvise.advice() == Advice.MADV_POPULATE_READ
                || madvise.advice() == Advice.MADV_POPULATE_WRITE));
  }

  private static boolean tries(SystemCall call) {
    return call instanceof SystemCall.VmaRead
        || call instanceof SystemCall.VmaReadLocked
        || call instanceof SystemCall.PinPage
        || call instanceof SystemCall.Migrate;
  }

  /** How a call is cut into what is done at once. */
  private interface Cutting {
    List<SystemCall> parts(SystemCall call);
  }

  /** Page by page, and a page is emptied before it becomes a guard. */
  private static List<SystemCall> parts(SystemCall call) {
    if (!(call instanceof SystemCall.Madvise madvise)) {
      return List.of(call);
    }
    return switch (madvise.advice()) {
      case MADV_GUARD_INSTALL ->
          pages(madvise)
              .flatMap(
                  page ->
                      Stream.<SystemCall>of(
                          new SystemCall.Madvise(page.range(), Advice.MADV_DONTNEED), page))
              .toList();
      case MADV_GUARD_REMOVE, MADV_DONTNEED, MADV_COLD, MADV_POPULATE_READ, MADV_POPULATE_WRITE ->
          pages(madvise).<SystemCall>map(page -> page).toList();
      default -> List.of(call);
    };
  }

  private static Stream<SystemCall.Madvise> pages(SystemCall.Madvise call) {
    return IntStream.range(call.range().start(), call.range().end())
        .mapToObj(page -> call.on(new Range(page, 1)));
  }

  /** The ends of all orders of what the calls are cut into. */
  private Set<End> ends(Cutting cutting) {
    List<List<SystemCall>> cut = new ArrayList<>();
    List<List<Integer>> belongs = new ArrayList<>();
    for (List<SystemCall> calls : question.threads()) {
      List<SystemCall> parts = new ArrayList<>();
      List<Integer> call = new ArrayList<>();
      for (int i = 0; i < calls.size(); i++) {
        for (SystemCall part : cutting.parts(calls.get(i))) {
          parts.add(part);
          call.add(i);
        }
      }
      cut.add(parts);
      belongs.add(call);
    }
    Set<End> ends = new HashSet<>();
    Page page = new Question(question.pages(), question.initial(), cut).page();
    run(page, new int[cut.size()], new ArrayList<>(), cut, belongs, ends);
    return ends;
  }

  private void run(
      Page page,
      int[] done,
      List<Integer> order,
      List<List<SystemCall>> cut,
      List<List<Integer>> belongs,
      Set<End> ends) {
    boolean all = true;
    for (int t = 0; t < done.length; t++) {
      if (done[t] < cut.get(t).size()) {
        all = false;
        done[t]++;
        order.add(t);
        run(page, done, order, cut, belongs, ends);
        order.remove(order.size() - 1);
        done[t]--;
      }
    }
    if (all) {
      add(page, order, belongs, ends);
    }
  }

  private void add(Page page, List<Integer> order, List<List<Integer>> belongs, Set<End> ends) {
    long[][] results = new long[question.threads().size()][];
    Arrays.setAll(results, t -> new long[question.threads().get(t).size()]);
    int[] next = new int[results.length];
    try {
      Program program =
          PageProgram.judged(
                  kernel,
                  page,
                  (outcomes, state) -> ends.add(new End(results((t, i) -> results[t][i]), state)))
              .prepare(new SequentialMemory());
      for (int t : order) {
        int part = next[t]++;
        int call = belongs.get(t).get(part);
        long result = program.threads().get(t).operations().get(part).body().getAsLong();
        // the first error of the parts is that of the call
        results[t][call] = results[t][call] < 0 ? results[t][call] : result;
      }
      program.property().check((t, i) -> results[t][i]);
    } catch (KernelBug wrongInThisOrderToo) {
      // what one order breaks, the others need not
    }
  }
}
