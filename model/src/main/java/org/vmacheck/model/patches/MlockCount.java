package org.vmacheck.model.patches;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vmacheck.model.Invariants;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.KernelBug.Kind;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.mm.Folio;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.ops.FolioMlock;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.release.Proposal;

/**
 * As every kernel does it. It is left out otherwise, as each page that is mapped or unmapped is a
 * look at the flags of its VMA more.
 */
@Proposal("folios of files count the entries of locked VMAs that map them (mlock_count)")
public class MlockCount extends FolioMlock {

  public MlockCount(Kernel kernel) {
    super(kernel);
  }

  /** VM_IO says that the pages of the VMA are just being counted (K1). */
  @Override
  @KernelFunction("mlock_vma_folio")
  public void mlockVmaFolio(Folio folio, VmArea vma) {
    if ((vma.vmFlags.plain() & (VmFlags.LOCKED | VmFlags.SPECIAL)) == VmFlags.LOCKED) {
      mlockFolio(folio);
    }
  }

  @Override
  @KernelFunction("munlock_vma_folio")
  public void munlockVmaFolio(Folio folio, VmArea vma) {
    if ((vma.vmFlags.plain() & VmFlags.LOCKED) != 0) {
      munlockFolio(folio);
    }
  }

  @Override
  @Folded
  public void munlockVmaFolio(Folio folio, List<VmArea> vmas, long page) {
    for (VmArea vma : vmas) {
      if (page >= vma.vmStart.plain() && page < vma.vmEnd.plain()) {
        munlockVmaFolio(folio, vma);
      }
    }
  }

  @Override
  @KernelFunction("mlock_pte_range")
  public void mlockPteRange(VmArea vma) {
    kernel
        .path(PteMap.class)
        .walkPageRange(
            vma.vmMm.plain().pageTables,
            vma.vmStart.plain(),
            vma.vmEnd.plain(),
            pte -> mlockPte(vma, pte));
  }

  @KernelFunction("mlock_pte_range")
  private void mlockPte(VmArea vma, Word pte) {
    long entry = pte.readOnce();
    if (!Pte.isPresent(entry) || !Pte.isFile(entry)) {
      return;
    }
    Folio folio = kernel.frames().pageFolio(Pte.pfn(entry));
    if ((vma.vmFlags.plain() & VmFlags.LOCKED) != 0) {
      mlockFolio(folio);
    } else {
      munlockFolio(folio);
    }
  }

  private static void mlockFolio(Folio folio) {
    folio.mlockCount.atomicAdd(1);
  }

  /** One that nobody has counted is not counted down. */
  private static void munlockFolio(Folio folio) {
    folio.mlockCount.fetchAddIfRelaxed(count -> count > 0, -1);
  }

  @Override
  @Folded
  public void checkQuiescent(Collection<MmStruct> all) {
    Map<Folio, Long> locked = new LinkedHashMap<>();
    for (MmStruct mm : all) {
      VmaTree tree = mm.mmMt.rcuDereference();
      for (long page = 0; page < mm.pageTables.geometry().pages(); page++) {
        long pte = Invariants.pteOf(mm.pageTables, page);
        VmArea vma = tree.walk(page);
        if (Pte.isFile(pte) && vma != null && (vma.vmFlags.plain() & VmFlags.LOCKED) != 0) {
          locked.merge(kernel.frames().pageFolio(Pte.pfn(pte)), 1L, Long::sum);
        }
      }
    }
    for (Folio folio : kernel.frames().all()) {
      long count = folio.mlockCount.plain();
      long entries = locked.getOrDefault(folio, 0L);
      if (count > entries) {
        throw new KernelBug(
            Kind.INVARIANT,
            "mlock_count",
            "says " + count + ", " + entries + " entries of locked VMAs map the folio");
      }
    }
  }
}
