package org.vmacheck.checks.engine;

import java.util.OptionalLong;

/**
 * What a cell holds.
 *
 * @param word the number, if the cell is a word
 * @param text as a report writes it: {@code [rd wr gu]}, {@code pte_table#2}
 */
public record Value(OptionalLong word, String text) {

  /** Of a word. */
  public static Value ofWord(long word, String text) {
    return new Value(OptionalLong.of(word), text);
  }

  /** Of a pointer or of a lock. */
  public static Value of(String text) {
    return new Value(OptionalLong.empty(), text);
  }

  @Override
  public String toString() {
    return text;
  }
}
