package org.vmacheck.model.ops;

import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.SpinLock;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;

/**
 * mm/huge_memory.c: the one huge page of zeroes, which is there while somebody uses it, and known
 * by its frame. The shrinker has a reference, and gives it back if it is the last one.
 */
public class HugeZeroFolio {

  /** {@code HUGE_ZERO_UNSET_PFN}, and no folio. */
  protected static final long NONE = 0;

  private final SpinLock lock;
  protected final Word refcount;
  protected final Word folio;
  protected final Word pfn;
  private final Word frames;

  public HugeZeroFolio(Memory memory) {
    lock = memory.spinLock("huge_zero_lock");
    refcount = memory.word("huge_zero_refcount", 0);
    folio = memory.word("huge_zero_folio", NONE);
    pfn = memory.word("huge_zero_pfn", NONE);
    frames = memory.word("free_frames", 1);
  }

  /**
   * A fault that maps it, looks whether what is mapped is known for what it is, and lets it go.
   *
   * @return 1 if it is, else 0: it is treated like any other page
   */
  @KernelFunction("do_huge_pmd_anonymous_page")
  public long fault() {
    getHugeZeroFolio();
    long known = isHugeZeroPfn(folio.readOnce()) ? 1 : 0;
    refcount.fetchAdd(-1);
    return known;
  }

  @Folded
  private boolean isHugeZeroPfn(long frame) {
    return pfn.readOnce() == frame;
  }

  /** {@code get_huge_zero_folio}. */
  private void getHugeZeroFolio() {
    while (refcount.fetchAddIfAcquire(count -> count != 0, 1) == 0) {
      if (install(frames.fetchAddRelaxed(1))) {
        return;
      }
    }
  }

  /**
   * {@code get_huge_zero_folio} of who found none.
   *
   * @return false if that has to be looked at again
   */
  @KernelFunction("get_huge_zero_folio")
  protected boolean install(long allocated) {
    lock.lock();
    if (folio.plain() != NONE) {
      refcount.fetchAdd(1);
    } else {
      folio.writeOnce(allocated);
      pfn.writeOnce(allocated);
      // One for the shrinker.
      refcount.storeRelease(2);
    }
    lock.unlock();
    return true;
  }

  /** {@code shrink_huge_zero_folio_scan}. */
  @KernelFunction("shrink_huge_zero_folio_scan")
  public void shrink() {
    lock.lock();
    if (refcount.cmpxchg(1, 0) == 1) {
      folio.writeOnce(NONE);
      pfn.writeOnce(NONE);
    }
    lock.unlock();
  }
}
