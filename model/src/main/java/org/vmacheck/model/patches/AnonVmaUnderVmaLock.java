package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.PageFault;
import org.vmacheck.model.release.Mutant;

/** Without it, as in the first versions of the per-VMA lock, another VMA may be there by then. */
@Mutant("A fault looks whether there is an anon_vma when it has the VMA lock, not before")
public class AnonVmaUnderVmaLock extends PageFault {

  public AnonVmaUnderVmaLock(Kernel kernel) {
    super(kernel);
  }

  @Override
  public Result doUserAddrFault(MmStruct mm, long page, Access access) {
    kernel.memory().rcu().readLock();
    VmArea vma = mm.mmMt.rcuDereference().walk(page);
    boolean prepared = vma != null && vma.anonVma.readOnce() != null;
    kernel.memory().rcu().readUnlock();
    return prepared ? super.doUserAddrFault(mm, page, access) : underMmapLock(mm, page, access);
  }

  @Override
  protected Result vmfAnonPrepare(VmArea vma, FaultLock lock) {
    return lock == FaultLock.VMA ? Result.DONE : super.vmfAnonPrepare(vma, lock);
  }
}
