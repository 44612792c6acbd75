package org.vmacheck.checks.conform;

/**
 * The pages that an operation is about: for {@code mremap} those of the destination.
 *
 * @param start first page
 * @param end first page behind them
 */
record StepRange(int start, int end) {

  /** Null for an operation on single pages or on whole processes. */
  static StepRange of(Step step) {
    if (step instanceof Step.Map map) {
      return of(map.at(), map.pages());
    } else if (step instanceof Step.Unmap unmap) {
      return of(unmap.at(), unmap.pages());
    } else if (step instanceof Step.Protect protect) {
      return of(protect.at(), protect.pages());
    } else if (step instanceof Step.Advise advise) {
      return of(advise.at(), advise.pages());
    } else if (step instanceof Step.Lock lock) {
      return of(lock.at(), lock.pages());
    } else if (step instanceof Step.Unlock unlock) {
      return of(unlock.at(), unlock.pages());
    } else if (step instanceof Step.Remap remap) {
      boolean moves = (remap.flags() & Step.Remap.FIXED) != 0;
      return of(moves ? remap.to() : remap.at(), remap.newPages());
    }
    return null;
  }

  private static StepRange of(int at, int pages) {
    return new StepRange(at, at + pages);
  }

  boolean touches(int border) {
    return border == start || border == end;
  }
}
