package org.vmacheck.model.memory.lockdep;

/**
 * {@code struct lock_class_key}: locks that obey the same rules, such as the ptl of every PTE
 * table.
 *
 * @param name as the kernel's reports call it: {@code mmap_lock}
 */
public record LockClass(String name) {

  /**
   * {@code SINGLE_DEPTH_NESTING}: the subclass of the second of two locks of one class, whose order
   * something else settles.
   */
  public static final int SINGLE_DEPTH_NESTING = 1;

  @Override
  public String toString() {
    return name;
  }
}
