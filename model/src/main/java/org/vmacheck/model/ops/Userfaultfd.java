package org.vmacheck.model.ops;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaFlagAccess;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.ops.PageFault.FaultLock;

/**
 * mm/userfaultfd.c: the one context of a process, for missing and for write-protected pages, with
 * {@code UFFD_FEATURE_SIGBUS}: nobody is told of a fault, who makes it gets a signal. In its place
 * there may be one without it, in which who makes a fault waits to be woken.
 */
public class Userfaultfd {

  /** The context. */
  static final String CTX = "uffd";

  /** One without {@code UFFD_FEATURE_SIGBUS}. */
  private static final String WAITING_CTX = "waiting uffd";

  protected final Kernel kernel;

  /** {@code fault_wqh}: how often those who wait were woken. */
  private final Word wakes;

  public Userfaultfd(Kernel kernel) {
    this.kernel = kernel;
    this.wakes = kernel.memory().word("fault_wqh", 0);
  }

  /** {@code userfaultfd_missing}. */
  static boolean userfaultfdMissing(VmArea vma) {
    return (vma.vmFlags.plain() & VmFlags.UFFD_MISSING) != 0;
  }

  /** {@code userfaultfd_wp}. */
  static boolean userfaultfdWp(VmArea vma) {
    return (vma.vmFlags.plain() & VmFlags.UFFD_WP) != 0;
  }

  /**
   * {@code handle_userfault}: the fault ends in a signal, with a context that is asked for it or
   * with none; or its lock is dropped, and it waits. The caller has the VMA locked.
   *
   * @param mustWait {@code userfaultfd_must_wait}: whether there still is no page, now that who
   *     fills it would wake this thread
   * @return SIGBUS, or RETRY with the lock dropped
   */
  public PageFault.Result handleUserfault(VmArea vma, FaultLock lock, BooleanSupplier mustWait) {
    String ctx = vma.vmUserfaultfdCtx.plain();
    KernelBug.check(ctx != null, "handle_userfault", "the VMA has no context");
    if (!ctx.equals(WAITING_CTX)) {
      return PageFault.Result.SIGBUS;
    }
    long seen = wakes.readOnce();
    boolean waits = mustWait.getAsBoolean();
    releaseFaultLock(vma, lock);
    if (waits) {
      kernel.memory().await(() -> wakes.readOnce() != seen);
    }
    return PageFault.Result.RETRY;
  }

  /** {@code release_fault_lock}: the VMA may be gone from here on. */
  private void releaseFaultLock(VmArea vma, FaultLock lock) {
    if (lock == FaultLock.VMA) {
      kernel.path(VmaLock.class).vmaEndRead(vma);
    } else {
      kernel.path(MmapLock.class).mmapReadUnlock(vma.vmMm.plain());
    }
  }

  /** {@code UFFDIO_WAKE}: who waits looks again. */
  @KernelFunction("wake_userfault")
  public void wakeUserfault() {
    wakes.fetchAdd(1);
  }

  /**
   * {@code UFFDIO_REGISTER} with {@code UFFDIO_REGISTER_MODE_MISSING}.
   *
   * @return 0, {@code -EINVAL} if nothing is mapped there, {@code -EPERM} for what can never be
   *     written, {@code -EBUSY} if it is registered with {@code UFFDIO_REGISTER_MODE_WP}
   */
  public long userfaultfdRegister(MmStruct mm, long start, long pages) {
    return userfaultfdRegister(mm, start, pages, CTX, VmFlags.UFFD_MISSING);
  }

  /**
   * The same for a context without {@code UFFD_FEATURE_SIGBUS}.
   *
   * @return as {@link #userfaultfdRegister}
   */
  @KernelFunction("userfaultfd_register")
  public long userfaultfdRegisterWaiting(MmStruct mm, long start, long pages) {
    return userfaultfdRegister(mm, start, pages, WAITING_CTX, VmFlags.UFFD_MISSING);
  }

  /**
   * The same with {@code UFFDIO_REGISTER_MODE_WP}, in place of the mode that it may have.
   *
   * @return as {@link #userfaultfdRegister}, but never {@code -EBUSY}
   */
  @KernelFunction("userfaultfd_register")
  public long userfaultfdRegisterWp(MmStruct mm, long start, long pages) {
    return userfaultfdRegister(mm, start, pages, CTX, VmFlags.UFFD_WP);
  }

  private long userfaultfdRegister(MmStruct mm, long start, long pages, String ctx, long mode) {
    if (pages == 0) {
      return -Errno.EINVAL;
    }
    kernel.path(MmapLock.class).mmapWriteLock(mm);
    long result = scan(mm, start, start + pages, mode);
    if (result == 0) {
      userfaultfdRegisterRange(mm, start, start + pages, ctx, mode);
    }
    kernel.path(MmapLock.class).mmapWriteUnlock(mm);
    return result;
  }

  /** Nothing is changed unless everything can be. */
  @KernelFunction("userfaultfd_register")
  private long scan(MmStruct mm, long start, long end, long mode) {
    List<VmArea> all = kernel.path(VmaIterator.class).vmaIterLoad(mm).in(start, end);
    for (VmArea vma : all) {
      checkPair(vma);
      if ((vma.vmFlags.plain() & VmFlags.MAYWRITE) == 0) {
        return -Errno.EPERM;
      }
      if (dropsProtection(vma, mode)) {
        return -Errno.EBUSY;
      }
    }
    return all.isEmpty() ? -Errno.EINVAL : 0;
  }

  /** What is write-protected already would have a mark that no flag stands for (7.3). */
  @Folded
  protected boolean dropsProtection(VmArea vma, long mode) {
    return (vma.vmFlags.plain() & VmFlags.UFFD_WP & ~mode) != 0;
  }

  /** A VMA has a context exactly if its flags say what for (claim C100). */
  @Folded
  private static void checkPair(VmArea vma) {
    boolean armed = (vma.vmFlags.plain() & VmFlags.UFFD_FLAGS) != 0;
    KernelBug.check(
        armed == (vma.vmUserfaultfdCtx.plain() != null),
        "userfaultfd_register",
        "flags and context do not fit");
  }

  /** {@code userfaultfd_register_range}. */
  private void userfaultfdRegisterRange(MmStruct mm, long start, long end, String ctx, long mode) {
    for (long at = start; at < end; ) {
      VmArea vma = kernel.path(VmaIterator.class).vmaIterLoad(mm).find(at);
      if (vma == null || vma.vmStart.plain() >= end) {
        return;
      }
      long from = Math.max(at, vma.vmStart.plain());
      at = Math.min(end, vma.vmEnd.plain());
      if ((vma.vmFlags.plain() & mode) == 0) {
        change(mm, vma, from, at, ctx, mode);
      }
    }
  }

  /**
   * {@code UFFDIO_UNREGISTER}.
   *
   * @return 0, or {@code -EINVAL} if nothing is mapped there
   */
  public long userfaultfdUnregister(MmStruct mm, long start, long pages) {
    if (pages == 0) {
      return -Errno.EINVAL;
    }
    kernel.path(MmapLock.class).mmapWriteLock(mm);
    long end = start + pages;
    List<VmArea> all = kernel.path(VmaIterator.class).vmaIterLoad(mm).in(start, end);
    all.forEach(Userfaultfd::checkPair);
    for (long at = start; at < end; ) {
      VmArea vma = kernel.path(VmaIterator.class).vmaIterLoad(mm).find(at);
      if (vma == null || vma.vmStart.plain() >= end) {
        break;
      }
      long from = Math.max(at, vma.vmStart.plain());
      at = Math.min(end, vma.vmEnd.plain());
      if (vma.vmUserfaultfdCtx.plain() != null) {
        userfaultfdClearVma(mm, vma, from, at);
      }
    }
    kernel.path(MmapLock.class).mmapWriteUnlock(mm);
    return all.isEmpty() ? -Errno.EINVAL : 0;
  }

  /** {@code userfaultfd_clear_vma}. */
  private void userfaultfdClearVma(MmStruct mm, VmArea vma, long start, long end) {
    if (userfaultfdWp(vma)) {
      kernel.path(UffdWp.class).resolveRange(vma, start, end);
    }
    boolean waited = WAITING_CTX.equals(vma.vmUserfaultfdCtx.plain());
    change(mm, vma, start, end, null, 0);
    if (waited) {
      wakeUserfault();
    }
  }

  /** What is merged or split off goes by the flags from before the VMA is write-locked. */
  @Folded
  private void change(MmStruct mm, VmArea vma, long start, long end, String ctx, long mode) {
    VmArea prev = kernel.path(VmaIterator.class).vmaIterLoad(mm).before(vma.vmStart.plain());
    long newFlags = (vma.vmFlags.plain() & ~VmFlags.UFFD_FLAGS) | mode;
    VmArea modified =
        kernel.path(VmaModify.class).vmaModifyFlagsUffd(prev, vma, start, end, newFlags, ctx);
    userfaultfdSetCtx(modified, ctx, mode);
  }

  /**
   * {@code mremap_userfaultfd_prep} of a context that does not ask for events of mremap: what was
   * moved is not registered any more, nor what it has merged with. The caller has write-locked the
   * VMA at the destination.
   */
  void mremapUserfaultfdPrep(VmArea vma) {
    if (vma.vmUserfaultfdCtx.plain() != null) {
      userfaultfdSetCtx(vma, null, 0);
    }
  }

  /** {@code userfaultfd_set_ctx}: both under the VMA's write lock, and the flags read again. */
  protected void userfaultfdSetCtx(VmArea vma, String ctx, long mode) {
    kernel.path(VmaLock.class).vmaStartWrite(vma);
    vma.vmUserfaultfdCtx.plain(ctx);
    long flags = (vma.vmFlags.plain() & ~VmFlags.UFFD_FLAGS) | mode;
    kernel.path(VmaFlagAccess.class).vmFlagsReset(vma, flags);
  }
}
