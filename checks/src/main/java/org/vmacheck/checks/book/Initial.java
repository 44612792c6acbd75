package org.vmacheck.checks.book;

import java.util.List;
import java.util.Map;
import org.vmacheck.checks.syscall.SystemCall;

/**
 * What there is before the threads run.
 *
 * @param files the pages of each file, by its name
 * @param calls run one after another, each of them successfully
 * @param pictures what comments say of the address space after a call: {@code |ww|..|rr|}
 */
public record Initial(Map<String, Integer> files, List<Statement> calls, List<Picture> pictures) {

  /**
   * @param calls how many of them it comes after
   */
  public record Picture(Place at, int calls, String text) {}

  public Initial {
    files = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(files));
    calls = List.copyOf(calls);
    pictures = List.copyOf(pictures);
  }

  /** Whether there is a child when the threads begin, which is that of each of them. */
  public boolean forks() {
    return calls.stream().anyMatch(statement -> statement.call() instanceof SystemCall.Fork);
  }
}
