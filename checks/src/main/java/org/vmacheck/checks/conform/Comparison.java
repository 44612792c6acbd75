package org.vmacheck.checks.conform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

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
   * Runs the steps on both sides.
   *
   * @return null if they agree
   */
  Difference compare(int number, long seed, List<Step> steps) throws IOException {
    List<String> left = run(steps);
    List<String> right = model.run(steps);
    int line = Difference.firstBetween(left, right);
    if (line < 0) {
      return null;
    }
    return new Difference(number, seed, steps, lineOf(left, line), lineOf(right, line));
  }

  /** The shortest sequence that still differs. */
  Difference shrink(int number, long seed, List<Step> steps) throws IOException {
    List<Step> shortest = new Shrinker(this::differs).shrink(steps);
    Difference difference = compare(number, seed, shortest);
    if (difference == null) {
      throw new IOException("sequence " + number + " differed once and does not any more");
    }
    return difference;
  }

  private boolean differs(List<Step> steps) {
    try {
      return compare(0, 0, steps) != null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> run(List<Step> steps) throws IOException {
    KernelSide.Answer answer = kernel.run(steps);
    if (answer.death() != null) {
      throw new IOException("a sequence died on the kernel's side: " + answer.death());
    }
    return answer.lines();
  }

  private static String lineOf(List<String> lines, int line) {
    return line < lines.size() ? lines.get(line) : "ended";
  }
}
