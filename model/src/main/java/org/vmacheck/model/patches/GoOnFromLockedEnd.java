package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.ops.TaskVmaIter;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, it goes on from the end of what an RCU walk saw before, which another VMA may have
 * had.
 */
@Mutant("A BPF program that goes over VMAs goes on from the end of the one that was locked")
public class GoOnFromLockedEnd extends TaskVmaIter {

  public GoOnFromLockedEnd(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected long nextPosition(long end, long seenEnd) {
    return seenEnd;
  }
}
