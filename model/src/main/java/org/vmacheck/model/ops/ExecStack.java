package org.vmacheck.model.ops;

import java.util.List;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaFlagAccess;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;

/**
 * mm/vma_exec.c and fs/exec.c: the stack of a program that is started. It is made where stacks can
 * end at most, the arguments are put into it, and it moves down once its place is known. Until then
 * its flags say so, by a pair that nothing else has.
 */
public class ExecStack {

  private static final long STACK_FLAGS =
      VmFlags.READ
          | VmFlags.WRITE
          | VmFlags.MAYREAD
          | VmFlags.MAYWRITE
          | VmFlags.MAYEXEC
          | VmFlags.GROWSDOWN
          | VmFlags.ACCOUNT;

  private static final long STACK_INCOMPLETE_SETUP = VmFlags.RAND_READ | VmFlags.SEQ_READ;

  private final Kernel kernel;

  public ExecStack(Kernel kernel) {
    this.kernel = kernel;
  }

  /** {@code vma_is_temporary_stack}. */
  static boolean vmaIsTemporaryStack(VmArea vma) {
    long flags = vma.vmFlags.plain();
    return (flags & VmFlags.GROWSDOWN) != 0
        && (flags & STACK_INCOMPLETE_SETUP) == STACK_INCOMPLETE_SETUP;
  }

  /**
   * {@code create_init_stack_vma}: a stack of one page.
   *
   * @return 0, or {@code -ENOMEM} if something is mapped there
   */
  public long createInitStackVma(MmStruct mm, long page) {
    VmArea vma = kernel.path(VmaAlloc.class).vmAreaAlloc(mm);
    kernel.path(MmapLock.class).mmapWriteLock(mm);
    vma.vmStart.plain(page);
    vma.vmEnd.plain(page + 1);
    long flags = STACK_FLAGS | STACK_INCOMPLETE_SETUP | VmFlags.SOFTDIRTY;
    kernel.path(VmaFlagAccess.class).vmFlagsInit(vma, flags);
    vma.vmPageProt.plain(flags & VmFlags.ACCESS);
    long error = insertVmStruct(mm, vma);
    kernel.path(MmapLock.class).mmapWriteUnlock(mm);
    return error;
  }

  /** {@code insert_vm_struct}, of anonymous memory. */
  private long insertVmStruct(MmStruct mm, VmArea vma) {
    long start = vma.vmStart.plain();
    if (!kernel.path(VmaIterator.class).vmaIterLoad(mm).in(start, vma.vmEnd.plain()).isEmpty()) {
      return -Errno.ENOMEM;
    }
    vma.vmPgoff.plain(start);
    vmaLink(mm, vma);
    return 0;
  }

  /** {@code vma_link}. */
  @KernelFunction("vma_link")
  private void vmaLink(MmStruct mm, VmArea vma) {
    kernel.path(VmaLock.class).vmaStartWrite(vma);
    kernel.path(VmaIterator.class).vmaIterStoreNew(mm, vma);
    mm.mapCount.plain(mm.mapCount.plain() + 1);
  }

  /**
   * {@code setup_arg_pages}: the stack is to end below {@code top}. It is not made larger.
   *
   * @return 0, {@code -EINVAL} if there is no such stack, or {@code -EFAULT} if something is mapped
   *     between where it is and where it goes
   */
  public long setupArgPages(MmStruct mm, long top) {
    kernel.path(MmapLock.class).mmapWriteLock(mm);
    long result = place(mm, top);
    kernel.path(MmapLock.class).mmapWriteUnlock(mm);
    return result;
  }

  @KernelFunction("setup_arg_pages")
  private long place(MmStruct mm, long top) {
    VmArea vma = stack(kernel.path(VmaIterator.class).vmaIterLoad(mm));
    if (vma == null || top > vma.vmEnd.plain()) {
      return -Errno.EINVAL;
    }
    long error =
        kernel
            .path(Mprotect.class)
            .mprotectFixup(
                mm,
                vma,
                vma.vmStart.plain(),
                vma.vmEnd.plain(),
                STACK_FLAGS | STACK_INCOMPLETE_SETUP);
    long shift = vma.vmEnd.plain() - top;
    if (error == 0 && shift > 0) {
      error = relocateVmaDown(vma, shift);
    }
    if (error == 0) {
      kernel.path(VmaFlagAccess.class).vmFlagsClear(vma, STACK_INCOMPLETE_SETUP);
    }
    return error;
  }

  /** {@code bprm->vma}. */
  @Folded
  private static VmArea stack(VmaTree tree) {
    return tree.entries().stream()
        .map(VmaTree.Entry::vma)
        .filter(ExecStack::vmaIsTemporaryStack)
        .findFirst()
        .orElse(null);
  }

  /**
   * {@code relocate_vma_down}: the VMA grows over where it goes, the entries move, and it shrinks.
   * In between its first page is another one than its page offset says, so who goes by the reverse
   * maps misses the entries (claim C115).
   */
  private long relocateVmaDown(VmArea vma, long shift) {
    MmStruct mm = vma.vmMm.plain();
    long oldStart = vma.vmStart.plain();
    long oldEnd = vma.vmEnd.plain();
    long newStart = oldStart - shift;
    if (!kernel.path(VmaIterator.class).vmaIterLoad(mm).in(newStart, oldStart).isEmpty()) {
      return -Errno.EFAULT;
    }
    VmaMergeStruct vmg =
        VmaMergeStruct.vmgState(mm, newStart, oldEnd, vma.vmPgoff.plain(), 0, null);
    vmg.anonPgoff = kernel.path(AnonPgoff.class).vmaStartAnonPgoff(vma);
    vmg.target = vma;
    if (!kernel.path(VmaMerge.class).vmaExpand(vmg)) {
      return -Errno.ENOMEM;
    }
    movePageTables(mm, vma, oldStart, newStart, oldEnd - oldStart);
    freeOldTables(mm, oldStart, oldEnd, oldEnd - shift);
    vmaShrink(vma, oldEnd - shift);
    return 0;
  }

  @Folded
  private void movePageTables(MmStruct mm, VmArea vma, long from, long to, long pages) {
    VmaRemap pmc = new VmaRemap(mm, from, pages, pages, 0, to);
    pmc.vma = vma;
    pmc.copy = vma;
    kernel.path(MoveVma.class).movePageTables(pmc);
  }

  @Folded
  private void freeOldTables(MmStruct mm, long oldStart, long oldEnd, long newEnd) {
    VmArea next = kernel.path(VmaIterator.class).vmaIterLoad(mm).find(oldEnd);
    long ceiling = next == null ? mm.pageTables.geometry().pages() : next.vmStart.plain();
    kernel
        .path(FreePgtables.class)
        .freePgdRange(
            mm, new FreePgtables.Tables(Math.max(oldStart, newEnd), oldEnd, newEnd, ceiling));
  }

  /** {@code vma_shrink}: the VMA ends earlier. */
  private void vmaShrink(VmArea vma, long end) {
    kernel.path(VmaLock.class).vmaStartWrite(vma);
    VmaCommit commit = VmaCommit.ofMerge(kernel, vma, null, List.of());
    commit.vmaPrepare();
    kernel.path(VmaIterator.class).vmaIterClear(vma.vmMm.plain(), end, vma.vmEnd.plain());
    vma.vmEnd.plain(end);
    commit.vmaComplete();
  }
}
