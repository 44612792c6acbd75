package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.ProcMaps;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, it waits for the lock of the file with the VMA locked, which a writer of the VMA may
 * wait for, and the owner of the lock for the writer.
 */
@Mutant("PROCMAP_QUERY reads the build id when it has unlocked the VMA")
public class BuildIdAfterUnlock extends ProcMaps {

  public BuildIdAfterUnlock(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void endReadAndParse(VmArea vma, AddressSpace file) {
    parseBuildId(file);
    kernel.path(VmaLock.class).vmaEndRead(vma);
  }
}
