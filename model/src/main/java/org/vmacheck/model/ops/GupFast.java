package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.mm.Folio;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;
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
   * {@code pin_user_pages_fast} of one page of a file that user space may write.
   *
   * @return 0 with the page pinned, or {@code -EFAULT} if that takes more than this
   */
  public long pinUserPagesFast(MmStruct mm, long page) {
    kernel.memory().rcu().readLock();
    boolean pinned = gupFastPteRange(mm, page);
    kernel.memory().rcu().readUnlock();
    return pinned ? 0 : -Errno.EFAULT;
  }

  private boolean gupFastPteRange(MmStruct mm, long page) {
    Pmd pmd = mm.pageTables.pmd(page);
    PteTable table = pmd.entry.rcuDereference();
    if (table == null) {
      return false;
    }
    Word pte = kernel.path(PteMap.class).pte(mm.pageTables, table, page);
    long entry = pte.readOnce();
    if (!Pte.isFile(entry) || !Pte.allowsWrite(entry)) {
      return false;
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
    return pmd.entry.readOnce() == table && pte.readOnce() == entry;
  }
}
