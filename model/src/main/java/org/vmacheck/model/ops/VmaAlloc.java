package org.vmacheck.model.ops;

import java.util.List;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.VmaFlagAccess;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.TypesafeSlab;
import org.vmacheck.model.mm.Mempolicy;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;

/**
 * mm/vma_init.c (6.16; before in kernel/fork.c): VMAs from a type-safe cache. A stale RCU reader
 * may look at an object while it is made into another VMA, so {@code vm_refcnt} stays 0 until it is
 * attached.
 */
public class VmaAlloc {

  protected final Kernel kernel;
  private final TypesafeSlab<VmArea> vmAreaCachep;

  public VmaAlloc(Kernel kernel) {
    this.kernel = kernel;
    this.vmAreaCachep =
        new TypesafeSlab<>(kernel.memory(), "vma", () -> new VmArea(kernel.memory()));
  }

  /** {@code vm_area_alloc}: a detached VMA of the mm, everything else zero. */
  public VmArea vmAreaAlloc(MmStruct mm) {
    VmArea vma = vmAreaCachep.allocate();
    vma.vmMm.plain(mm);
    vma.vmStart.plain(0);
    vma.vmEnd.plain(0);
    vma.vmPgoff.plain(0);
    vma.vmAnonPgoff.plain(0);
    vma.vmFlags.plain(0);
    vma.vmPageProt.plain(0);
    vma.vmFile.plain(null);
    vma.vmOps.plain(null);
    vma.anonVma.plain(null);
    vma.anonVmaChain.plain(List.of());
    vma.vmUserfaultfdCtx.plain(null);
    vma.anonName.plain(null);
    vma.vmPolicy.plain(null);
    vma.vmPrivateData.plain(null);
    vmaLockInit(vma);
    return vma;
  }

  /**
   * {@code vm_area_dup}: a detached copy, field by field; {@code vm_refcnt} and the anon_vma chain
   * are not copied.
   *
   * @return null if there is no memory
   */
  public VmArea vmAreaDup(VmArea orig) {
    if (kernel.memory().faultInjection().shouldFail()) {
      return null;
    }
    VmArea vma = vmAreaCachep.allocate();
    vma.vmMm.plain(orig.vmMm.plain());
    vma.vmOps.plain(orig.vmOps.plain());
    vma.vmStart.plain(orig.vmStart.plain());
    vma.vmEnd.plain(orig.vmEnd.plain());
    vma.anonVma.plain(orig.anonVma.plain());
    vma.vmPgoff.plain(orig.vmPgoff.plain());
    vma.vmFile.plain(orig.vmFile.plain());
    AnonPgoff anonPgoff = kernel.path(AnonPgoff.class);
    anonPgoff.vmaSetAnonPgoff(vma, anonPgoff.vmaStartAnonPgoff(orig));
    kernel.path(VmaFlagAccess.class).vmFlagsInit(vma, orig.vmFlags.plain());
    vma.vmPageProt.plain(orig.vmPageProt.plain());
    vma.vmUserfaultfdCtx.plain(orig.vmUserfaultfdCtx.plain());
    vma.anonName.plain(orig.anonName.plain());
    vma.vmPrivateData.plain(orig.vmPrivateData.plain());
    vma.vmPolicy.plain(vmaDupPolicy(orig.vmPolicy.plain()));
    vma.anonVmaChain.plain(List.of());
    vmaLockInit(vma);
    return vma;
  }

  /** {@code vma_dup_policy}. */
  private Mempolicy vmaDupPolicy(Mempolicy policy) {
    Memory memory = kernel.memory();
    return policy == null
        ? null
        : memory.allocate("mempolicy", () -> new Mempolicy(memory, policy.mode()));
  }

  /** {@code vma_lock_init}. */
  protected void vmaLockInit(VmArea vma) {
    vma.vmLockSeq.writeOnce(VmArea.NEVER_LOCKED);
  }

  /** {@code vm_area_free}: the VMA is detached, and may be handed out again at once. */
  public void vmAreaFree(VmArea vma) {
    kernel.path(VmaLock.class).vmaAssertDetached(vma);
    kmemCacheFree(vma);
  }

  @Folded
  protected void kmemCacheFree(VmArea vma) {
    vmAreaCachep.free(vma);
  }
}
