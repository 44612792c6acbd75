package org.vmacheck.checks.engine.lincheck;

/**
 * An object that the model allocated, or the memory itself for cells outside of any.
 *
 * @see LincheckMemory#allocate
 */
final class Allocation {

  /** The memory of everything that is no object's own. */
  static final Allocation STATIC = new Allocation("");

  private final String name;
  private boolean freed;

  Allocation(String name) {
    this.name = name;
  }

  /** {@code vma#1}; empty for {@link #STATIC}. */
  String name() {
    return name;
  }

  String cell(String cell) {
    return name.isEmpty() ? cell : name + "." + cell;
  }

  boolean freed() {
    return freed;
  }

  void poison() {
    freed = true;
  }
}
