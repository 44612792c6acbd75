package org.vmacheck.checks.hunt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vmacheck.checks.book.End;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.book.PageProgram;
import org.vmacheck.checks.scenario.Outcomes;
import org.vmacheck.checks.scenario.Program;
import org.vmacheck.checks.syscall.Advice;
import org.vmacheck.checks.syscall.SystemCall;
import org.vmacheck.checks.syscall.SystemCall.Returns;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.sequential.SequentialMemory;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.release.Release;

/** The calls of a question, one after another in every order, on one kernel. */
final class Orders {

  /** What was returned that belongs to one moment, and what a user sees. */
  record Result(List<Long> results, String state) {
    @Override
    public String toString() {
      return results + " and " + state;
    }
  }

  /** How a call is cut into what is done at once. */
  interface Cutting {
    List<SystemCall> parts(SystemCall call);
  }

  /** Flags of which no manual says when they are there. */
  private static final long OWN = VmFlags.SOFTDIRTY | VmFlags.MAYBE_GUARD | VmFlags.ACCOUNT;

  private final Release kernel;
  private final Question question;
  private Set<Result> whole;

  Orders(Release kernel, Question question) {
    this.kernel = kernel;
    this.question = question;
  }

  /** What the orders of the calls give, each call as a whole. */
  Set<Result> whole() {
    if (whole == null) {
      whole = of(List::of);
    }
    return whole;
  }

  /** The same of the end of an execution. */
  Result result(End end) {
    return new Result(results(end.outcomes()), end.seen());
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
    if (!isCompared(call)) {
      return 0;
    }
    boolean flags = call.returns() == Returns.FLAGS && result >= 0;
    return flags ? result & ~OWN : result;
  }

  static boolean isCompared(SystemCall call) {
    return !populates(call)
        && !tries(call)
        && call.returns() != Returns.PAGES
        && call.returns() != Returns.NUMBER;
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
        || call instanceof SystemCall.Migrate
        || (call instanceof SystemCall.Madvise madvise && madvise.advice() == Advice.MADV_COLLAPSE);
  }

  /** The ends of all orders of what the calls are cut into. */
  Set<Result> of(Cutting cutting) {
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
    Set<Result> ends = new HashSet<>();
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
      Set<Result> ends) {
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

  private void add(Page page, List<Integer> order, List<List<Integer>> belongs, Set<Result> ends) {
    long[][] results = new long[question.threads().size()][];
    Arrays.setAll(results, t -> new long[question.threads().get(t).size()]);
    int[] next = new int[results.length];
    try {
      Program program =
          PageProgram.judged(
                  kernel,
                  page,
                  end -> ends.add(new Result(results((t, i) -> results[t][i]), end.seen())))
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
