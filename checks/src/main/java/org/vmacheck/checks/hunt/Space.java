package org.vmacheck.checks.hunt;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.syscall.SystemCall;

/**
 * All questions of a size, each with its number: every address space, and every way to give threads
 * their calls. Threads have no names, so of the ways that differ in who does what there is one.
 */
final class Space implements Questions {

  private final int pages;
  private final int threads;
  private final int most;
  private final List<List<SystemCall>> states;
  private final List<SystemCall> calls;
  private final long sequences;
  private final long assignments;

  /**
   * @param pages of the address space
   * @param threads how many
   * @param most calls a thread makes
   * @param only see {@link Vocabulary#of}
   * @throws InputException if they cannot be counted
   */
  Space(int pages, int threads, int most, List<String> only) {
    this.pages = pages;
    this.threads = threads;
    this.most = most;
    states = StartStates.of(pages);
    calls = Vocabulary.of(pages, only);
    BigInteger all = BigInteger.ZERO;
    for (int length = 1; length <= most; length++) {
      all = all.add(BigInteger.valueOf(calls.size()).pow(length));
    }
    BigInteger ways = choose(all.add(BigInteger.valueOf(threads - 1L)), threads);
    if (ways.multiply(BigInteger.valueOf(states.size())).bitLength() > 62) {
      throw new InputException(
          "--threads " + threads + " --calls " + most + ": too many questions to count");
    }
    sequences = all.longValueExact();
    assignments = ways.longValueExact();
  }

  @Override
  public long size() {
    return states.size() * assignments;
  }

  /** How many address spaces, and how many ways to call. */
  @Override
  public String toString() {
    return String.format("%,d address spaces, %,d ways to call", states.size(), assignments);
  }

  @Override
  public Question question(long number) {
    List<SystemCall> initial = states.get((int) (number / assignments));
    long rest = number % assignments;
    List<List<SystemCall>> chosen = new ArrayList<>();
    for (int k = threads; k >= 1; k--) {
      // the largest sequence s such that all choices of k from those before it come before
      long s = largest(rest, k);
      rest -= choose(s + k - 1, k);
      chosen.add(sequence(s));
    }
    Collections.reverse(chosen);
    return new Question(Math.max(2, (pages + 1) / 2 * 2), initial, chosen);
  }

  private long largest(long rest, int k) {
    long low = 0;
    long high = sequences - 1;
    while (low < high) {
      long middle = low + (high - low + 1) / 2;
      if (choose(middle + k - 1, k) <= rest) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private List<SystemCall> sequence(long number) {
    long rest = number;
    int length = 1;
    for (long count = calls.size(); rest >= count && length < most; count *= calls.size()) {
      rest -= count;
      length++;
    }
    List<SystemCall> sequence = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      sequence.add(0, calls.get((int) (rest % calls.size())));
      rest /= calls.size();
    }
    return sequence;
  }

  private static long choose(long n, int k) {
    return choose(BigInteger.valueOf(n), k).longValueExact();
  }

  private static BigInteger choose(BigInteger n, int k) {
    BigInteger result = BigInteger.ONE;
    for (int i = 0; i < k; i++) {
      result = result.multiply(n.subtract(BigInteger.valueOf(i))).divide(BigInteger.valueOf(i + 1));
    }
    return result;
  }
}
