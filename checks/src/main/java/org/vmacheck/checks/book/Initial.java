package org.vmacheck.checks.book;

import java.util.List;
import java.util.Map;

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
}
