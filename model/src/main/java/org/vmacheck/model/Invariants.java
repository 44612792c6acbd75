package org.vmacheck.model;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.KernelBug.Kind;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.AnonVma;
import org.vmacheck.model.mm.Folio;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.ops.FolioMlock;
import org.vmacheck.model.ops.GuardRegions;
import org.vmacheck.model.ops.HugePmdSharing;
import org.vmacheck.model.ops.Ksm;
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
    checkAnonVma(vma);
    kernel.path(VmaLock.class).checkQuiescent(vma);
  }

  /** Its anon_vma ends its chain, and what else is in the chain comes from a parent (C78). */
  private static void checkAnonVma(VmArea vma) {
    AnonVma own = vma.anonVma.plain();
    List<AnonVma> chain = vma.anonVmaChain.plain();
    if (own == null) {
      return;
    }
    boolean complete = chain.contains(own);
    boolean related = chain.stream().allMatch(one -> one.rwsem.equals(own.rwsem));
    if (!complete || !related || Set.copyOf(chain).size() != chain.size()) {
      throw violated(
          "anon_vma_chain",
          range(vma.vmStart.plain(), vma.vmEnd.plain())
              + (complete ? " hangs on anon_vmas of two families" : " does not hang on its own"));
    }
  }

  private void checkPage(MmStruct mm, VmaTree tree, long page) {
    checkShared(mm, tree, page);
    long pte = pteOf(mm.pageTables, page);
    if (pte == Pte.NONE) {
      return;
    }
    VmArea vma = tree.walk(page);
    if (vma == null) {
      throw violated("leaked_pte", "page " + page + " is unmapped, its entry is " + text(pte));
    }
    if (Pte.isMigration(pte)) {
      throw violated("migration_entry", "page " + page + " waits for a folio that has moved");
    }
    if (Pte.isFile(pte)) {
      checkFilePage(vma, page, pte);
    }
    if (Pte.isPresent(pte) && !Pte.isFile(pte) && !Pte.isInPlace(pte)) {
      throw violated("folio_index", "no walk over the reverse maps finds page " + page);
    }
    // A page that is not all zeroes was written, and its rmap goes by the anon_vma (C51).
    boolean anonymous = Pte.isPresent(pte) && !Pte.isFile(pte) && Pte.content(pte) != 0;
    if (anonymous && vma.anonVma.plain() == null) {
      throw violated(
          "anon_vma_missing",
          "page "
              + page
              + " is anonymous, and "
              + range(vma.vmStart.plain(), vma.vmEnd.plain())
              + " has no anon_vma");
    }
    if (Pte.isGuard(pte)) {
      kernel.path(GuardRegions.class).checkMarker(vma, page);
    }
  }

  /** What is mapped is what the page cache has there. */
  private static void checkFilePage(VmArea vma, long page, long pte) {
    AddressSpace mapping = vma.vmFile.plain();
    int pgoff = (int) vma.linearPageIndex(page);
    boolean inFile = mapping != null && pgoff < mapping.iPages.size();
    Folio folio = inFile ? mapping.iPages.get(pgoff).plain() : null;
    if (folio == null || folio.pfn(pgoff) != Pte.pfn(pte)) {
      throw violated(
          "stale_pte",
          "page "
              + page
              + " maps frame "
              + Pte.pfn(pte)
              + ", and the file has "
              + (folio == null ? "no page" : "frame " + folio.pfn(pgoff))
              + " there");
    }
  }

  /**
   * Looks at the anon_vmas that VMAs hang on: each has those VMAs in its tree, and no other, and
   * counts those that have it as theirs.
   *
   * @param all every address space that there is
   * @throws KernelBug of kind INVARIANT for the first that is not as it must be
   */
  public void checkAnonVmas(Collection<MmStruct> all) {
    Map<AnonVma, Set<VmArea>> linked = new LinkedHashMap<>();
    Map<AnonVma, Long> active = new LinkedHashMap<>();
    for (MmStruct mm : all) {
      for (VmaTree.Entry entry : mm.mmMt.rcuDereference().entries()) {
        VmArea vma = entry.vma();
        vma.anonVmaChain
            .plain()
            .forEach(one -> linked.computeIfAbsent(one, none -> new LinkedHashSet<>()).add(vma));
        if (vma.anonVma.plain() != null) {
          active.merge(vma.anonVma.plain(), 1L, Long::sum);
        }
      }
    }
    linked.forEach(
        (anonVma, vmas) -> {
          List<VmArea> tree = anonVma.rbRoot.plain();
          if (tree.size() != vmas.size() || !vmas.containsAll(tree)) {
            throw violated(
                "anon_vma_tree", vmas.size() + " VMAs hang on it, it has " + tree.size());
          }
          long counted = anonVma.numActiveVmas.plain();
          long users = active.getOrDefault(anonVma, 0L);
          if (counted != users) {
            throw violated("num_active_vmas", "says " + counted + ", " + users + " VMAs have it");
          }
        });
  }

  /**
   * Looks at the folios of the page cache: each is mapped as often as it says, and has a reference
   * for each entry and for each page in the page cache, and no other.
   *
   * @param all every address space that there is
   * @throws KernelBug of kind INVARIANT for the first that is not as it must be
   */
  public void checkFolios(Collection<MmStruct> all) {
    kernel.path(FolioMlock.class).checkQuiescent(all);
    Map<Folio, Long> mapped = new LinkedHashMap<>();
    for (MmStruct mm : all) {
      for (long page = 0; page < mm.pageTables.geometry().pages(); page++) {
        long pte = pteOf(mm.pageTables, page);
        if (Pte.isFile(pte) && isCountedHere(all, mm, page)) {
          mapped.merge(kernel.frames().pageFolio(Pte.pfn(pte)), 1L, Long::sum);
        }
      }
    }
    for (Folio folio : kernel.frames().all()) {
      long entries = mapped.getOrDefault(folio, 0L);
      long mapCount = folio.mapCount.plain();
      if (mapCount != entries) {
        throw violated("mapcount", "says " + mapCount + ", " + entries + " entries map the folio");
      }
      long cached = folio.mapping.iPages.stream().filter(slot -> slot.plain() == folio).count();
      long pins = folio.refCount.plain() / Folio.GUP_PIN_COUNTING_BIAS;
      boolean replaced = cached == 0 && folio.mapping.iPages.get(folio.index).plain() != null;
      if (pins > 0 && replaced) {
        throw violated("pinned_page", "a page is pinned, and another has its place in the file");
      }
      long refCount = folio.refCount.plain() % Folio.GUP_PIN_COUNTING_BIAS;
      if (refCount != entries + cached) {
        throw violated(
            "refcount",
            "says " + refCount + ", " + entries + " entries and " + cached + " pages hold one");
      }
      if (folio.locked.plain() != 0) {
        throw violated("folio_locked", "nobody is left who could unlock it");
      }
    }
  }

  /**
   * Looks at the page tables that several mappings use together: each counts those of them that
   * come after the first.
   *
   * @param all every address space that there is
   * @throws KernelBug of kind INVARIANT for the first that is not as it must be
   */
  public void checkSharedTables(Collection<MmStruct> all) {
    Map<PteTable, Long> slots = new LinkedHashMap<>();
    for (MmStruct mm : all) {
      int perTable = mm.pageTables.geometry().pagesPerTable();
      for (long at = 0; at < mm.pageTables.geometry().pages(); at += perTable) {
        PteTable table = mm.pageTables.pmd(at).entry.plain();
        if (table != null) {
          slots.merge(table, 1L, Long::sum);
        }
      }
    }
    slots.forEach(
        (table, users) -> {
          long counted = kernel.path(HugePmdSharing.class).users(table);
          if (counted != users) {
            throw violated("pt_share_count", "says " + counted + " users, there are " + users);
          }
        });
  }

  /**
   * Looks at the references to an mm: of its users, who have one together, and of KSM.
   *
   * @param users 1, or 0 of a process that has ended
   * @throws KernelBug of kind INVARIANT if there are others, or too few
   */
  public void checkReferences(MmStruct mm, long users) {
    long expected = users + (kernel.path(Ksm.class).knows(mm) ? 1 : 0);
    // With none it has been freed, and says nothing any more.
    if (expected > 0 && mm.mmCount.plain() != expected) {
      throw violated("mm_count", "says " + mm.mmCount.plain() + ", " + expected + " hold the mm");
    }
  }

  /** A table that is used in several places counts once, where it is found first. */
  private boolean isCountedHere(Collection<MmStruct> all, MmStruct mm, long page) {
    PteTable table = mm.pageTables.pmd(page).entry.plain();
    if (kernel.path(HugePmdSharing.class).users(table) == 1) {
      return true;
    }
    for (MmStruct one : all) {
      int perTable = one.pageTables.geometry().pagesPerTable();
      for (long at = 0; at < one.pageTables.geometry().pages(); at += perTable) {
        if (one.pageTables.pmd(at).entry.plain() == table) {
          return one == mm && one.pageTables.pmd(at) == mm.pageTables.pmd(page);
        }
      }
    }
    return true;
  }

  /** A table that others use as well belongs to one VMA, and maps pages of that alone (C48). */
  private void checkShared(MmStruct mm, VmaTree tree, long page) {
    PteTable table = mm.pageTables.pmd(page).entry.plain();
    if (table == null || kernel.path(HugePmdSharing.class).users(table) == 1) {
      return;
    }
    int perTable = mm.pageTables.geometry().pagesPerTable();
    long start = page / perTable * perTable;
    if (tree.in(start, start + perTable).size() != 1) {
      throw violated(
          "shared_page_table",
          range(start, start + perTable) + " has a table that others use, and not one VMA");
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
