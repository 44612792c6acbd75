package org.vmacheck.model;

import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.KernelBug.Kind;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.pgtable.PageTables;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteTable;

/**
 * What is true of an address space whenever nothing is under way in it, above all claim C59: no
 * guard marker under a VMA whose VM_MAYBE_GUARD is clear.
 */
public final class Invariants {

  private final Kernel kernel;

  public Invariants(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * Looks at the whole address space.
   *
   * @throws KernelBug of kind INVARIANT for the first thing that is not as it must be
   */
  public void check(MmStruct mm) {
    VmaTree tree = mm.mmMt.rcuDereference();
    for (VmaTree.Entry entry : tree.entries()) {
      checkVma(mm, entry);
    }
    long mapCount = mm.mapCount.plain();
    if (mapCount != tree.entries().size()) {
      throw violated("map_count", "says " + mapCount + ", the tree holds " + tree.entries().size());
    }
    for (long page = 0; page < mm.pageTables.geometry().pages(); page++) {
      checkPage(mm, tree, page);
    }
  }

  private void checkVma(MmStruct mm, VmaTree.Entry entry) {
    VmArea vma = entry.vma();
    long start = vma.vmStart.plain();
    long end = vma.vmEnd.plain();
    if (start != entry.start() || end != entry.end()) {
      throw violated(
          "vma_range",
          "the tree says "
              + range(entry.start(), entry.end())
              + ", the VMA says "
              + range(start, end));
    }
    if (!mm.equals(vma.vmMm.plain())) {
      throw violated("vm_mm", range(start, end) + " belongs to another mm");
    }
    kernel.path(VmaLock.class).checkQuiescent(vma);
  }

  private static void checkPage(MmStruct mm, VmaTree tree, long page) {
    long pte = pteOf(mm.pageTables, page);
    if (pte == Pte.NONE) {
      return;
    }
    VmArea vma = tree.walk(page);
    if (vma == null) {
      throw violated("leaked_pte", "page " + page + " is unmapped, its entry is " + text(pte));
    }
    if (Pte.isGuard(pte) && (vma.vmFlags.plain() & VmFlags.MAYBE_GUARD) == 0) {
      throw violated(
          "guard_without_flag",
          "page "
              + page
              + " holds a guard marker, and VM_MAYBE_GUARD is clear in "
              + range(vma.vmStart.plain(), vma.vmEnd.plain())
              + " ["
              + VmFlags.toString(vma.vmFlags.plain())
              + "]");
    }
  }

  /** The entry of a page, {@link Pte#NONE} if it has no table; nobody else is at work. */
  public static long pteOf(PageTables tables, long page) {
    PteTable table = tables.pmd(page).entry.plain();
    return table == null ? Pte.NONE : table.ptes.get(tables.geometry().pteIndex(page)).plain();
  }

  private static String text(long pte) {
    return Pte.toString(pte);
  }

  private static String range(long start, long end) {
    return "[" + start + ", " + end + ")";
  }

  private static KernelBug violated(String name, String detail) {
    return new KernelBug(Kind.INVARIANT, name, detail);
  }
}
