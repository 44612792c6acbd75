package org.vmacheck.model.ops;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmCount;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.KernelBug.Kind;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.memory.SpinLock;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;

/**
 * mm/ksm.c: which address spaces its thread looks at, and the look. That pages become one is not
 * modelled.
 */
public class Ksm {

  private final Kernel kernel;
  private final MmCount mmCount;
  private final SpinLock mmlistLock;
  private final Pointer<List<MmStruct>> mmHead;

  public Ksm(Kernel kernel) {
    this.kernel = kernel;
    this.mmCount = new MmCount(kernel.memory());
    this.mmlistLock = kernel.memory().spinLock("ksm_mmlist_lock");
    this.mmHead = kernel.memory().pointer("ksm_mm_head", List.of());
  }

  /** {@code __ksm_enter}: its thread comes by. */
  @KernelFunction("__ksm_enter")
  public void ksmEnter(MmStruct mm) {
    mmlistLock.lock();
    List<MmStruct> next = new ArrayList<>(mmHead.plain());
    if (!next.contains(mm)) {
      next.add(mm);
      mmCount.mmgrab(mm);
    }
    mmHead.plain(List.copyOf(next));
    mmlistLock.unlock();
    mm.flags.setBit(MmStruct.MMF_VM_MERGEABLE);
  }

  /** {@code ksm_fork}: a child of one that it looks at. */
  @KernelFunction("__ksm_enter")
  public void ksmFork(MmStruct mm, MmStruct oldmm) {
    if (oldmm.flags.testBit(MmStruct.MMF_VM_MERGEABLE)) {
      ksmEnter(mm);
    }
  }

  /** Whether its thread comes by an address space; nobody is at work. */
  @Folded
  public boolean knows(MmStruct mm) {
    return mmHead.plain().contains(mm);
  }

  /**
   * One round of its thread over all VMAs that there are.
   *
   * @return how many are mergeable
   */
  @KernelFunction("scan_get_next_rmap_item")
  public long scan() {
    mmlistLock.lock();
    List<MmStruct> all = mmHead.plain();
    all.forEach(mmCount::mmgrab);
    mmlistLock.unlock();
    long mergeable = 0;
    for (MmStruct mm : all) {
      mergeable += scan(mm);
      mmCount.mmdrop(mm);
    }
    return mergeable;
  }

  @KernelFunction("scan_get_next_rmap_item")
  private long scan(MmStruct mm) {
    kernel.path(MmapLock.class).mmapReadLock(mm);
    long mergeable = ksmTestExit(mm) ? 0 : count(mm);
    kernel.path(MmapLock.class).mmapReadUnlock(mm);
    return mergeable;
  }

  /** {@code echo 2 > /sys/kernel/mm/ksm/run}: every page of KSM is to be a page of its own. */
  @KernelFunction("unmerge_and_remove_all_rmap_items")
  public void unmergeAndRemoveAllRmapItems() {
    mmlistLock.lock();
    List<MmStruct> all = mmHead.plain();
    all.forEach(mmCount::mmgrab);
    mmlistLock.unlock();
    for (MmStruct mm : all) {
      kernel.path(MmapLock.class).mmapReadLock(mm);
      if (!isExiting(mm)) {
        kernel.path(VmaIterator.class).vmaIterLoad(mm).entries().forEach(Ksm::breakKsm);
      }
      kernel.path(MmapLock.class).mmapReadUnlock(mm);
      mmCount.mmdrop(mm);
    }
  }

  /** The tree of what has ended is not to be walked over (G5). */
  @KernelFunction("unmerge_and_remove_all_rmap_items")
  protected boolean isExiting(MmStruct mm) {
    return ksmTestExit(mm);
  }

  /** {@code break_ksm}: no page is one of KSM here. */
  private static void breakKsm(VmaTree.Entry entry) {
    VmArea vma = entry.vma();
    if ((vma.vmFlags.plain() & VmFlags.MERGEABLE) != 0) {
      vma.anonVma.plain();
    }
  }

  @Folded
  private static boolean ksmTestExit(MmStruct mm) {
    return mm.mmUsers.readOnce() == 0;
  }

  @Folded
  private long count(MmStruct mm) {
    long mergeable = 0;
    for (VmaTree.Entry entry : kernel.path(VmaIterator.class).vmaIterLoad(mm).entries()) {
      VmArea vma = entry.vma();
      if (!mm.equals(vma.vmMm.plain())) {
        throw new KernelBug(Kind.INVARIANT, "foreign_vma", "the tree has one of another process");
      }
      mergeable += (vma.vmFlags.plain() & VmFlags.MERGEABLE) != 0 ? 1 : 0;
    }
    return mergeable;
  }
}
