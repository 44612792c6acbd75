package org.vmacheck.model.patches;

import java.util.List;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.ops.Coredump;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, as before 5.1, it relies on the threads of the process having stopped; a process that
 * has its userfaultfd, or a file of its /proc, has not.
 */
@Mutant("A core dump looks at the VMAs with mmap_lock held for writing")
public class DumpUnderLock extends Coredump {

  public DumpUnderLock(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void lock(MmStruct mm) {}

  @Override
  protected List<VmaTree.Entry> entries(MmStruct mm) {
    return mm.mmMt.rcuDereference().entries();
  }

  @Override
  protected void unlock(MmStruct mm) {}
}
