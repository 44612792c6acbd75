package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;

/**
 * {@code struct vma_iterator}: the tree as its writer sees and changes it. The caller holds
 * mmap_lock for writing; each store is one publication that RCU walkers see whole.
 */
public class VmaIterator {

  protected final Kernel kernel;

  public VmaIterator(Kernel kernel) {
    this.kernel = kernel;
  }

  /** The tree as it is; the caller holds mmap_lock in any mode. */
  public VmaTree vmaIterLoad(MmStruct mm) {
    kernel.path(MmapLock.class).mmapAssertLocked(mm);
    return mm.mmMt.rcuDereference();
  }

  /** {@code vma_iter_store_overwrite}: the VMA's range belongs to it. The VMA is attached. */
  public void vmaIterStoreOverwrite(MmStruct mm, VmArea vma) {
    kernel.path(VmaLock.class).vmaAssertAttached(vma);
    vmaIterStore(mm, vma);
  }

  /** {@code vma_iter_store_new}: attaches the VMA, then makes it reachable. */
  public void vmaIterStoreNew(MmStruct mm, VmArea vma) {
    kernel.path(VmaLock.class).vmaMarkAttached(vma);
    vmaIterStore(mm, vma);
  }

  @Folded
  private void vmaIterStore(MmStruct mm, VmArea vma) {
    assertMayStore(mm);
    publish(mm, vmaIterLoad(mm).store(vma.vmStart.plain(), vma.vmEnd.plain(), vma));
  }

  /** {@code mmap_assert_write_locked}, of who stores a VMA. */
  @Folded
  protected void assertMayStore(MmStruct mm) {
    kernel.path(MmapLock.class).mmapAssertWriteLocked(mm);
  }

  /** The tree is another one from here on. */
  @Folded
  protected void publish(MmStruct mm, VmaTree tree) {
    mm.mmMt.rcuAssignPointer(tree);
  }

  /** {@code __mt_dup}: the new tree has the VMAs of the old one. */
  @KernelFunction("__mt_dup")
  public void mtDup(MmStruct mm, MmStruct oldmm) {
    assertMayStore(mm);
    publish(mm, vmaIterLoad(oldmm));
  }

  /** {@code mas_store} of {@code XA_ZERO_ENTRY}: a marker in place of [start, end). */
  @KernelFunction("mas_store")
  public void masStoreZero(MmStruct mm, long start, long end) {
    assertMayStore(mm);
    publish(mm, vmaIterLoad(mm).clear(start, end).store(start, end, null));
  }

  /** {@code __mt_destroy}: the tree is empty from here on. */
  @KernelFunction("__mt_destroy")
  public void mtDestroy(MmStruct mm) {
    kernel.path(MmapLock.class).mmapAssertWriteLocked(mm);
    publish(mm, VmaTree.EMPTY);
  }

  /** {@code vma_iter_clear}: pages [start, end) belong to nobody. */
  public void vmaIterClear(MmStruct mm, long start, long end) {
    kernel.path(MmapLock.class).mmapAssertWriteLocked(mm);
    publish(mm, vmaIterLoad(mm).clear(start, end));
  }
}
