package org.vmacheck.model.ops;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmCount;
import org.vmacheck.model.locking.MmLockSequence;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;

/**
 * kernel/events/uprobes.c: which page of a file lies at a breakpoint, read without any lock, and
 * how one is registered. What a uprobe runs, and the slow path under mmap_lock, are left out, and
 * so is {@code dup_mmap_sem}.
 */
public class Uprobes {

  /** Nothing of a file is there, or it could not be told without a lock. */
  public static final long NONE = -1;

  protected final Kernel kernel;
  private final MmCount mmCount;

  public Uprobes(Kernel kernel) {
    this.kernel = kernel;
    this.mmCount = new MmCount(kernel.memory());
  }

  /**
   * {@code find_active_uprobe_speculative}, up to the offset that it looks a uprobe up by. The
   * caller holds nothing.
   */
  @KernelFunction("find_active_uprobe_speculative")
  public long findActiveUprobeSpeculative(MmStruct mm, long page) {
    kernel.memory().rcu().readLock();
    long pgoff = lookUp(mm, page);
    kernel.memory().rcu().readUnlock();
    return pgoff;
  }

  @Folded
  protected long lookUp(MmStruct mm, long page) {
    MmLockSequence sequence = kernel.path(MmLockSequence.class);
    long begun = sequence.mmapLockSpeculateTryBegin(mm);
    if (begun == MmLockSequence.WRITER) {
      return NONE;
    }
    VmArea vma = mm.mmMt.rcuDereference().walk(page);
    if (vma == null || vma.vmFile.readOnce() == null) {
      return NONE;
    }
    long pgoff = pgoff(vma, page);
    return sequence.mmapLockSpeculateRetry(mm, begun) ? NONE : pgoff;
  }

  /** A mapping of the page, as it was when {@code i_mmap_rwsem} was dropped. */
  private record MapInfo(MmStruct mm, long vaddr) {}

  /**
   * {@code uprobe_register}: a breakpoint at a page of the file, in every address space that maps
   * it to be executed. That the page gets a copy with the breakpoint is left out.
   */
  @KernelFunction("register_for_each_vma")
  public void register(AddressSpace mapping, long pgoff) {
    for (MapInfo info : buildMapInfo(mapping, pgoff)) {
      kernel.path(MmapLock.class).mmapWriteLock(info.mm);
      if (checkStableAddressSpace(info.mm)) {
        installBreakpoint(info, mapping, pgoff);
      }
      kernel.path(MmapLock.class).mmapWriteUnlock(info.mm);
      kernel.path(ExitMmap.class).mmput(info.mm);
    }
  }

  /** {@code build_map_info}: whose address spaces still have users. */
  private List<MapInfo> buildMapInfo(AddressSpace mapping, long pgoff) {
    List<MapInfo> found = new ArrayList<>();
    mapping.iMmapRwsem.downRead();
    for (VmArea vma : mapping.iMmap.plain()) {
      long vaddr = vma.vmStart.plain() + pgoff - vma.vmPgoff.plain();
      boolean covered = vaddr >= vma.vmStart.plain() && vaddr < vma.vmEnd.plain();
      if (covered && validVma(vma) && mmCount.mmgetNotZero(vma.vmMm.plain())) {
        found.add(new MapInfo(vma.vmMm.plain(), vaddr));
      }
    }
    mapping.iMmapRwsem.upRead();
    return found;
  }

  /** {@code valid_vma}: private, of a file, and not to be written. */
  private static boolean validVma(VmArea vma) {
    long flags = VmFlags.HUGETLB | VmFlags.MAYEXEC | VmFlags.MAYSHARE | VmFlags.WRITE;
    return vma.vmFile.plain() != null && (vma.vmFlags.plain() & flags) == VmFlags.MAYEXEC;
  }

  /** {@code check_stable_address_space}: a fork that has failed left half a copy (V2). */
  protected boolean checkStableAddressSpace(MmStruct mm) {
    return !mm.flags.testBit(MmStruct.MMF_UNSTABLE);
  }

  /** {@code install_breakpoint}: the page is to be the process's own. */
  private void installBreakpoint(MapInfo info, AddressSpace mapping, long pgoff) {
    VmArea vma = kernel.path(VmaIterator.class).vmaIterLoad(info.mm).findVma(info.vaddr);
    if (vma == null || vma.vmStart.plain() > info.vaddr || vma.vmFile.plain() != mapping) {
      return;
    }
    if (validVma(vma) && pgoff(vma, info.vaddr) == pgoff) {
      kernel.path(Rmap.class).anonVmaPrepare(vma);
    }
  }

  /** Two fields that belong together. */
  @Folded
  protected long pgoff(VmArea vma, long page) {
    return vma.vmPgoff.plain() + page - vma.vmStart.plain();
  }
}
