package org.vmacheck.model.memory.sequential;

import org.vmacheck.model.memory.KernelBug;

/** The life of one allocated object, which all of its cells ask before each access. */
final class Slot {

  /** Owns the cells that are made outside of any allocation. */
  static final Slot STATIC = new Slot("");

  private final String name;
  private boolean freed;

  Slot(String name) {
    this.name = name;
  }

  /** {@code pte_table#2}. */
  String name() {
    return name;
  }

  /** A cell of this object by the name that reports give it: {@code vma#1.vm_flags}. */
  String cell(String cellName) {
    return name.isEmpty() ? cellName : name + "." + cellName;
  }

  void free() {
    if (freed) {
      throw new KernelBug(KernelBug.Kind.DOUBLE_FREE, name, "is freed already");
    }
    freed = true;
  }

  /** KASAN's question, in front of every access. */
  void access(String cellName) {
    if (freed) {
      throw new KernelBug(
          KernelBug.Kind.USE_AFTER_FREE, name, "access to " + cell(cellName) + " after free");
    }
  }
}
