package org.vmacheck.model.ops;

import java.util.Collection;
import java.util.List;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.Folio;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;

/**
 * mm/mlock.c and mm/internal.h: how often the folios of files are mlocked. Nothing else goes by it
 * here, so nothing is counted but with {@code mlock-count}.
 */
public class FolioMlock {

  protected final Kernel kernel;

  public FolioMlock(Kernel kernel) {
    this.kernel = kernel;
  }

  /** {@code mlock_vma_folio}: an entry of the VMA maps the folio from now on, under its ptl. */
  @Folded
  public void mlockVmaFolio(Folio folio, VmArea vma) {}

  /** {@code munlock_vma_folio}: an entry of the VMA did so, under its ptl. */
  @Folded
  public void munlockVmaFolio(Folio folio, VmArea vma) {}

  /** The same of the VMA that has the page. */
  @Folded
  public void munlockVmaFolio(Folio folio, List<VmArea> vmas, long page) {}

  /** {@code mlock_pte_range}: what is mapped when a VMA becomes locked, or is so no more. */
  @KernelFunction("mlock_pte_range")
  public void mlockPteRange(VmArea vma) {}

  /** No folio is locked more often than it is mapped by locked VMAs: it could never be evicted. */
  @Folded
  public void checkQuiescent(Collection<MmStruct> all) {}
}
