package org.vmacheck.checks.mutants;

import java.util.List;
import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.release.Patch;

/**
 * The per-VMA lock, which may be left out. Who believes to hold it is not told otherwise by an
 * assertion: an assertion is no property.
 */
public class WeakVmaLock extends VmaLockRefcount {

  /** Lays it over a kernel whose memory is a {@link WeakMemory}. */
  static final Patch PATCH =
      new Patch("weak", new Patch.Origin.Always(), "The VMA lock", List.of(WeakVmaLock.class));

  private final WeakThread thread;

  public WeakVmaLock(Memory memory) {
    super(memory);
    this.thread = ((WeakMemory) memory).thread();
  }

  private static Event event(Call call) {
    return new Event(call, "vma");
  }

  @Override
  public VmArea lockVmaUnderRcu(MmStruct mm, long page) {
    return thread.find(
        event(Call.LOCK_VMA_UNDER_RCU),
        () -> super.lockVmaUnderRcu(mm, page),
        () -> mm.mmMt.rcuDereference().walk(page),
        super::vmaEndRead);
  }

  @Override
  public void vmaEndRead(VmArea vma) {
    thread.unlock(vma, event(Call.VMA_END_READ), () -> super.vmaEndRead(vma));
  }

  @Override
  public void vmaStartWrite(VmArea vma) {
    // it ends with mmap_lock, and has no release of its own
    thread.lock(vma, event(Call.VMA_START_WRITE), () -> super.vmaStartWrite(vma));
  }

  @Override
  public void vmaAssertWriteLocked(VmArea vma) {
    if (!thread.pretends(vma)) {
      super.vmaAssertWriteLocked(vma);
    }
  }

  @Override
  public void vmaAssertLocked(VmArea vma) {
    if (!thread.pretends(vma)) {
      super.vmaAssertLocked(vma);
    }
  }
}
