package org.vmacheck.checks.conform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.vmacheck.checks.syscall.SystemCall;

/** One sequence at a time on both sides. */
final class Comparison {

  private final KernelSide kernel;
  private final Side model;

  private Comparison(KernelSide kernel, Side model) {
    this.kernel = kernel;
    this.model = model;
  }

  static Comparison of(KernelSide kernel, Side model) {
    return new Comparison(kernel, model);
  }

  /**
   * Runs the calls on both sides.
   *
   * @return null if they agree
   */
  Difference compare(int number, long seed, List<SystemCall> calls) throws IOException {
    List<String> left = run(calls);
    List<String> right = model.run(calls);
    int line = Difference.firstBetween(left, right);
    if (line < 0) {
      return null;
    }
    return new Difference(number, seed, calls, lineOf(left, line), lineOf(right, line));
  }

  /** The shortest sequence that still differs. */
  Difference shrink(int number, long seed, List<SystemCall> calls) throws IOException {
    List<SystemCall> shortest = new Shrinker(this::differs).shrink(calls);
    Difference difference = compare(number, seed, shortest);
    if (difference == null) {
      throw new IOException("sequence " + number + " differed once and does not any more");
    }
    return difference;
  }

  private boolean differs(List<SystemCall> calls) {
    try {
      return compare(0, 0, calls) != null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> run(List<SystemCall> calls) throws IOException {
    KernelSide.Answer answer = kernel.run(calls);
    if (answer.death() != null) {
      throw new IOException("a sequence died on the kernel's side: " + answer.death());
    }
    return answer.lines();
  }

  private static String lineOf(List<String> lines, int line) {
    return line < lines.size() ? lines.get(line) : "ended";
  }
}
