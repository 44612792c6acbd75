package org.vmacheck.checks.engine.lincheck;

/**
 * What every cell of the memory has in common: its name, the object it belongs to, and whether
 * another thread can reach it yet.
 *
 * <p>A thread that has stored no reference into shared memory since it made a cell is still alone
 * with it, so its accesses are no places to switch. That saves the turns that would go to filling a
 * new VMA or page table.
 */
final class Cell {

  final Allocation allocation;
  final String name;

  /** The task that made the cell, null if it was made before the threads started. */
  private final KernelTask maker;

  private final long madeAt;

  Cell(Allocation allocation, String name, KernelTask maker) {
    this.allocation = allocation;
    this.name = allocation.cell(name);
    this.maker = maker;
    this.madeAt = maker == null ? 0 : maker.publications;
  }

  boolean isPrivateTo(KernelTask task) {
    return maker == task && madeAt == task.publications;
  }
}
