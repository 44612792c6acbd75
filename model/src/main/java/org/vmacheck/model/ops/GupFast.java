package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.mm.Folio;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.pgtable.Pmd;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;

/**
 * mm/gup.c: pins a page without any lock, for a device that will write to it. Interrupts are off
 * meanwhile, which the RCU section here stands for: no table is freed under it.
 */
public class GupFast {

  protected final Kernel kernel;

  public GupFast(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code pin_user_pages_fast} of one page that user space may write.
   *
   * @return 0 with the page pinned, or {@code -EFAULT} if that takes more than this
   */
  public long pinUserPagesFast(MmStruct mm, long page) {
    long seq = mm.writeProtectSeq.loadAcquire();
    if (seq % 2 != 0) {
      return -Errno.EFAULT;
    }
    kernel.memory().rcu().readLock();
    boolean pinned = gupFastPteRange(mm, page);
    kernel.memory().rcu().readUnlock();
    if (pinned && readSeqcountRetry(mm, seq)) {
      gupFastUnpinUserPages(mm, page);
      return -Errno.EFAULT;
    }
    return pinned ? 0 : -Errno.EFAULT;
  }

  /** {@code read_seqcount_retry}: whether fork was at work, which may share the page (C92). */
  @Folded
  protected boolean readSeqcountRetry(MmStruct mm, long seq) {
    kernel.memory().smpRmb();
    return mm.writeProtectSeq.readOnce() != seq;
  }

  /** {@code gup_fast_unpin_user_pages}: of an anonymous page; those of files are not shared. */
  private void gupFastUnpinUserPages(MmStruct mm, long page) {
    kernel.memory().rcu().readLock();
    PteTable table = mm.pageTables.pmd(page).entry.rcuDereference();
    if (table != null) {
      Word pte = kernel.path(PteMap.class).pte(mm.pageTables, table, page);
      long entry = pte.readOnce();
      if (Pte.isFile(entry)) {
        kernel.frames().pageFolio(Pte.pfn(entry)).folioPutRefs(Folio.GUP_PIN_COUNTING_BIAS);
      } else {
        pte.fetchAnd(~Pte.PINNED);
      }
    }
    kernel.memory().rcu().readUnlock();
  }

  private boolean gupFastPteRange(MmStruct mm, long page) {
    Pmd pmd = mm.pageTables.pmd(page);
    PteTable table = pmd.entry.rcuDereference();
    if (table == null) {
      return false;
    }
    Word pte = kernel.path(PteMap.class).pte(mm.pageTables, table, page);
    long entry = pte.readOnce();
    if (!Pte.allowsWrite(entry)) {
      return false;
    }
    if (!Pte.isFile(entry)) {
      // The page lives in its entry: to get the reference is to see the entry unchanged.
      return pte.cmpxchg(entry, entry | Pte.PINNED) == entry;
    }
    Folio folio = tryGrabFolioFast(Pte.pfn(entry));
    if (folio == null) {
      return false;
    }
    if (!isUnchanged(pmd, table, pte, entry)) {
      folio.folioPutRefs(Folio.GUP_PIN_COUNTING_BIAS);
      return false;
    }
    return true;
  }

  /**
   * {@code try_grab_folio_fast}: the barrier comes before the second look at the entry. Nothing but
   * the reference keeps the folio what it is, so the frame is looked up again; where it belongs to
   * another one the kernel tries again, and here that is too much.
   *
   * @return null if nobody has a reference that could be joined
   */
  private Folio tryGrabFolioFast(long pfn) {
    Folio folio = kernel.frames().pageFolio(pfn);
    if (folio == null || !folio.folioTryGet()) {
      return null;
    }
    if (kernel.frames().pageFolio(pfn) != folio) {
      folio.folioPut();
      return null;
    }
    folio.refCount.fetchAddRelaxed(Folio.GUP_PIN_COUNTING_BIAS - 1);
    // smp_mb__after_atomic: who takes the entry away sees the pin, or we see that it is gone.
    kernel.memory().smpMb();
    return folio;
  }

  /** Whether the page was still mapped once there was a reference to it (claim C91). */
  @Folded
  protected boolean isUnchanged(Pmd pmd, PteTable table, Word pte, long entry) {
    return isSameTable(pmd, table, entry) && pte.readOnce() == entry;
  }

  /**
   * What maps huge pages is looked at again, and not what points to it ({@code gup_fast_pmd_leaf}):
   * who takes such a table away waits for those who are in it (D12).
   */
  @Folded
  private static boolean isSameTable(Pmd pmd, PteTable table, long entry) {
    return (entry & Pte.HUGE) != 0 || pmd.entry.readOnce() == table;
  }
}
