package org.vmacheck.checks.engine;

/** The memory models that a program can be judged under, weakest last. */
public enum MemoryModelName {
  SC,
  TSO,
  LKMM;

  /** As {@code --model} and the JSON spell it. */
  public String text() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
