package org.vmacheck.model.memory.lockdep;

import java.util.Set;

/** {@code struct lockdep_map}: one lock as lockdep knows it. Two locks never share one. */
public final class LockdepMap {

  private final LockClass lockClass;
  private final String name;
  private final Set<LockClass> outer;

  /**
   * @param name what reports call this one lock: {@code pte_table#2.ptl}
   */
  public LockdepMap(LockClass lockClass, String name) {
    this.lockClass = lockClass;
    this.name = name;
    this.outer = LockOrder.outerOf(lockClass);
  }

  public LockClass lockClass() {
    return lockClass;
  }

  /** Whether the documented order has the other lock before this one. */
  boolean comesAfter(LockdepMap other) {
    return outer.contains(other.lockClass);
  }

  public String name() {
    return name;
  }

  @Override
  public String toString() {
    return name;
  }
}
