package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.Uprobes;
import org.vmacheck.model.release.Proposal;

/**
 * With it, a store of the writer may be seen before the number that it stored first: only a release
 * of the reference count, which is no barrier for what comes after it, lies between the two.
 */
@Proposal("A reader without a lock takes vm_lock_seq for the version of a VMA")
public class SpeculateByVmLockSeq extends Uprobes {

  public SpeculateByVmLockSeq(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected long lookUp(MmStruct mm, long page) {
    VmArea vma = mm.mmMt.rcuDereference().walk(page);
    if (vma == null || vma.vmFile.readOnce() == null) {
      return NONE;
    }
    long version = vma.vmLockSeq.loadAcquire();
    if (version == mm.mmLockSeq.loadAcquire()) {
      return NONE;
    }
    long pgoff = pgoff(vma, page);
    kernel.memory().smpRmb();
    return vma.vmLockSeq.readOnce() == version ? pgoff : NONE;
  }
}
