package org.vmacheck.model.pgtable;

import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.memory.SpinLock;
import org.vmacheck.model.memory.lockdep.LockClass;
import org.vmacheck.model.names.Folded;

/** One PMD slot and its lock. */
public final class Pmd {

  private static final LockClass PML = new LockClass("pml");

  /** {@code pml}. */
  public final SpinLock pml;

  /** The PTE table, null for {@code pmd_none}. */
  public final Pointer<PteTable> entry;

  Pmd(Memory memory, int index) {
    pml = memory.spinLock(PML, "pml[" + index + "]");
    entry = memory.pointer("pmd[" + index + "]", null);
  }

  /** {@code pmd_lock}. */
  public void pmdLock() {
    pml.lock();
  }

  /** {@code spin_lock_nested}: a second one, while another PMD's is held. */
  @Folded
  public void pmdLockNested() {
    pml.lockNested(LockClass.SINGLE_DEPTH_NESTING);
  }

  /** {@code spin_unlock} of what {@link #pmdLock} took. */
  @Folded
  public void pmdUnlock() {
    pml.unlock();
  }
}
