package org.vmacheck.model.patches;

import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.release.Commit;

/** Before it, what is registered with userfaultfd is left to mmap_lock. */
@Commit(
    id = "29a22b9e08d7",
    release = "6.6",
    sentence = "faults that userfaultfd is asked about are handled under the VMA lock")
public class UserfaultUnderVmaLock extends PrepareUnderVmaLock.InVmaLock {

  public UserfaultUnderVmaLock(Memory memory) {
    super(memory);
  }

  @Override
  protected boolean mayBeUsed(VmArea vma) {
    boolean armed = (vma.vmFlags.plain() & VmFlags.UFFD_FLAGS) != 0;
    return !armed && super.mayBeUsed(vma);
  }
}
