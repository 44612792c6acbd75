package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.TaskVmaIter;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, what it does may wait for a lock, the owner of which may wait for a writer of the
 * VMA.
 */
@Mutant("A BPF program that goes over VMAs runs with none of them locked")
public class SnapshotForProgram extends TaskVmaIter {

  public SnapshotForProgram(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void endReadAndRun(VmArea vma, AddressSpace file) {
    run(file);
    kernel.path(VmaLock.class).vmaEndRead(vma);
  }
}
