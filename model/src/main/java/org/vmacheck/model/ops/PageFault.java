package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.Folio;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.pgtable.PageTables;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;

/**
 * mm/memory.c and the arch entry: page faults of user space, first under the VMA read lock, then
 * under mmap_lock.
 */
public class PageFault {

  /** What user space tried. */
  public enum Access {
    READ,
    WRITE
  }

  /** Which lock keeps the VMA in place during the fault ({@code FAULT_FLAG_VMA_LOCK}). */
  public enum FaultLock {
    VMA,
    MMAP
  }

  /** {@code vm_fault_t}. */
  public enum Result {
    /** Go on: the instruction is tried again. */
    DONE,
    /** The lock has been given back: try again under mmap_lock. */
    RETRY,
    /** {@code VM_FAULT_SIGSEGV}, or an access that the VMA does not allow. */
    SIGSEGV,
    /** {@code VM_FAULT_SIGBUS}: behind the end of the file. */
    SIGBUS
  }

  protected final Kernel kernel;

  public PageFault(Kernel kernel) {
    this.kernel = kernel;
  }

  /** {@code do_user_addr_fault}. The caller holds nothing. */
  public Result doUserAddrFault(MmStruct mm, long page, Access access) {
    VmArea vma = kernel.path(VmaLock.class).lockVmaUnderRcu(mm, page);
    if (vma != null) {
      if (accessError(vma, access)) {
        kernel.path(VmaLock.class).vmaEndRead(vma);
        return Result.SIGSEGV;
      }
      Result result = handleMmFault(vma, page, access, FaultLock.VMA);
      if (result != Result.RETRY) {
        kernel.path(VmaLock.class).vmaEndRead(vma);
        return result;
      }
    }
    return underMmapLock(mm, page, access);
  }

  @KernelFunction("do_user_addr_fault")
  protected Result underMmapLock(MmStruct mm, long page, Access access) {
    while (true) {
      VmArea vma = kernel.path(StackGrowth.class).lockMmAndFindVma(mm, page);
      if (vma == null) {
        return Result.SIGSEGV;
      }
      Result result =
          accessError(vma, access)
              ? Result.SIGSEGV
              : handleMmFault(vma, page, access, FaultLock.MMAP);
      if (result != Result.RETRY) {
        kernel.path(MmapLock.class).mmapReadUnlock(mm);
        return result;
      }
    }
  }

  /** {@code access_error}. */
  private static boolean accessError(VmArea vma, Access access) {
    long needed = access == Access.WRITE ? VmFlags.WRITE : VmFlags.ACCESS;
    return (vma.vmFlags.plain() & needed) == 0;
  }

  /** {@code handle_mm_fault}. RETRY means that the lock has been given back. */
  protected Result handleMmFault(VmArea vma, long page, Access access, FaultLock lock) {
    if (Hugetlb.isVmHugetlbPage(vma)) {
      return kernel.path(Hugetlb.class).hugetlbFault(vma, page, access, lock);
    }
    PageTables tables = vma.vmMm.plain().pageTables;
    long orig = kernel.path(PteMap.class).ptepGetLockless(tables, page);
    if (orig == Pte.NONE) {
      return vma.vmaIsAnonymous()
          ? doAnonymousPage(vma, page, access, lock)
          : doFault(vma, page, access, lock, orig);
    }
    if (!Pte.isPresent(orig)) {
      return doSwapPage(vma, page, access, lock, orig);
    }
    if (access == Access.WRITE && !Pte.allowsWrite(orig)) {
      return doWpPage(vma, page, orig, lock);
    }
    return Result.DONE;
  }

  /** {@code do_swap_page}: the entry maps nothing, but is not empty. */
  @Folded
  protected Result doSwapPage(VmArea vma, long page, Access access, FaultLock lock, long orig) {
    if (Pte.isUffdWpMarker(orig)) {
      return pteMarkerHandleUffdWp(vma, page, access, lock, orig);
    }
    if (Pte.isGuard(orig)) {
      // handle_pte_marker: always fatal.
      return Result.SIGSEGV;
    }
    if (Pte.isMigration(orig)) {
      migrationEntryWait(vma.vmMm.plain().pageTables, page, orig);
      return Result.DONE;
    }
    if (Pte.isSwap(orig)) {
      kernel.path(Swap.class).doSwapPage(vma, page, orig);
    }
    return Result.DONE;
  }

  /**
   * {@code pte_marker_handle_uffd_wp}: the page of a file comes back write-protected; nobody needs
   * the marker any more once the VMA is not registered.
   */
  private Result pteMarkerHandleUffdWp(
      VmArea vma, long page, Access access, FaultLock lock, long orig) {
    if (Userfaultfd.userfaultfdWp(vma)) {
      return doFault(vma, page, access, lock, orig);
    }
    setPte(vma, page, orig, Pte.NONE);
    return Result.DONE;
  }

  /** {@code migration_entry_wait}: until the folio has moved. Whoever holds the lock keeps it. */
  private void migrationEntryWait(PageTables tables, long page, long orig) {
    PteMap map = kernel.path(PteMap.class);
    kernel.memory().await(() -> map.ptepGetLockless(tables, page) != orig);
  }

  /** {@code do_anonymous_page}: the zero page for a read, a page of its own for a write. */
  private Result doAnonymousPage(VmArea vma, long page, Access access, FaultLock lock) {
    kernel.path(PteMap.class).pteAlloc(vma.vmMm.plain().pageTables, page);
    if (access == Access.READ && !mmForbidsZeropage()) {
      return setAnonymousPte(vma, page, Pte.anonymous(0, 0), lock);
    }
    if (vmfAnonPrepare(vma, lock) == Result.RETRY) {
      return Result.RETRY;
    }
    boolean writable = (vma.vmFlags.plain() & VmFlags.WRITE) != 0;
    return setAnonymousPte(vma, page, Pte.anonymous(0, writable ? Pte.WRITABLE : 0), lock);
  }

  /** {@code mm_forbids_zeropage}: not on x86, but for a kernel that was built for it. */
  protected boolean mmForbidsZeropage() {
    return false;
  }

  /** A page that nobody had before, unless userfaultfd wants to hear of it. */
  @KernelFunction("do_anonymous_page")
  private Result setAnonymousPte(VmArea vma, long page, long entry, FaultLock lock) {
    PageTables tables = vma.vmMm.plain().pageTables;
    PteTable table = kernel.path(PteMap.class).pteOffsetMapLock(tables, page);
    if (table == null) {
      return Result.DONE;
    }
    Word pte = kernel.path(PteMap.class).pte(tables, table, page);
    boolean none = pte.readOnce() == Pte.NONE;
    boolean missing = none && Userfaultfd.userfaultfdMissing(vma);
    if (none && !missing) {
      pte.writeOnce(entry);
    }
    kernel.path(PteMap.class).pteUnmapUnlock(table);
    return missing ? handleUserfault(vma, page, Pte.NONE, lock) : Result.DONE;
  }

  @Folded
  private Result handleUserfault(VmArea vma, long page, long orig, FaultLock lock) {
    PageTables tables = vma.vmMm.plain().pageTables;
    return kernel
        .path(Userfaultfd.class)
        .handleUserfault(
            vma, lock, () -> kernel.path(PteMap.class).ptepGetLockless(tables, page) == orig);
  }

  /** {@code do_wp_page}: a write to a page that is mapped for reading. */
  private Result doWpPage(VmArea vma, long page, long orig, FaultLock lock) {
    if (Userfaultfd.userfaultfdWp(vma) && Pte.isUffd(orig)) {
      return isUnchanged(vma, page, orig) ? handleUserfault(vma, page, orig, lock) : Result.DONE;
    }
    if ((vma.vmFlags.plain() & VmFlags.SHARED) != 0) {
      setPte(vma, page, orig, Pte.withProtection(orig, Pte.WRITABLE));
      return Result.DONE;
    }
    if (vmfAnonPrepare(vma, lock) == Result.RETRY) {
      return Result.RETRY;
    }
    if (Pte.isFile(orig)) {
      wpPageCopy(vma, page, orig);
    } else {
      replacePte(vma, page, orig, copyOf(orig));
    }
    return Result.DONE;
  }

  /**
   * The page that takes the place of an anonymous one that others may have, too. Where nobody else
   * has it the kernel goes on with the page ({@code wp_page_reuse}), and what was left of a
   * registration with userfaultfd stays on it; the zero page is always copied.
   */
  @Folded
  protected long copyOf(long orig) {
    long left = Pte.content(orig) == 0 ? 0 : orig & Pte.UFFD;
    return Pte.anonymous(Pte.content(orig), Pte.WRITABLE | left);
  }

  /** Whether the entry still is what was looked at, under the ptl. */
  @Folded
  private boolean isUnchanged(VmArea vma, long page, long orig) {
    PageTables tables = vma.vmMm.plain().pageTables;
    PteTable table = kernel.path(PteMap.class).pteOffsetMapLock(tables, page);
    if (table == null) {
      return false;
    }
    boolean same = kernel.path(PteMap.class).pte(tables, table, page).readOnce() == orig;
    kernel.path(PteMap.class).pteUnmapUnlock(table);
    return same;
  }

  /** {@code wp_page_copy}: the copy is private; the folio of the file is mapped once less. */
  private void wpPageCopy(VmArea vma, long page, long orig) {
    Folio old = folioOfEntry(vma, page, orig);
    if (old == null) {
      return;
    }
    long content = kernel.frames().frame(Pte.pfn(orig)).readOnce();
    if (replacePte(vma, page, orig, Pte.anonymous(content, Pte.WRITABLE))) {
      old.folioRemoveRmap();
      kernel.path(FolioMlock.class).munlockVmaFolio(old, vma);
      old.folioPut();
    }
    old.folioPut();
  }

  /** A reference to what the entry maps, taken under the ptl; null if it maps something else. */
  @Folded
  private Folio folioOfEntry(VmArea vma, long page, long orig) {
    PageTables tables = vma.vmMm.plain().pageTables;
    PteTable table = kernel.path(PteMap.class).pteOffsetMapLock(tables, page);
    if (table == null) {
      return null;
    }
    Folio folio = null;
    if (kernel.path(PteMap.class).pte(tables, table, page).readOnce() == orig) {
      folio = kernel.frames().pageFolio(Pte.pfn(orig));
      folio.folioGet();
    }
    kernel.path(PteMap.class).pteUnmapUnlock(table);
    return folio;
  }

  /**
   * {@code do_fault}: {@code do_read_fault}, {@code do_cow_fault} or {@code do_shared_fault}. The
   * folio is locked while its entry is made, which is what keeps a range that is being collapsed
   * from being filled again.
   */
  protected Result doFault(VmArea vma, long page, Access access, FaultLock lock, long orig) {
    boolean cow = access == Access.WRITE && (vma.vmFlags.plain() & VmFlags.SHARED) == 0;
    if (!vmfCanCallFault(vma, lock)) {
      kernel.path(VmaLock.class).vmaEndRead(vma);
      return Result.RETRY;
    }
    if (cow && vmfAnonPrepare(vma, lock) == Result.RETRY) {
      return Result.RETRY;
    }
    AddressSpace mapping = vma.vmFile.plain();
    long pgoff = vma.linearPageIndex(page);
    if (pgoff >= mapping.iSize.readOnce()) {
      return Result.SIGBUS;
    }
    Folio folio = filemapFault(mapping, pgoff);
    if (folio == null) {
      return Result.SIGBUS;
    }
    long pfn = folio.pfn(pgoff);
    boolean keepsReference;
    if (cow) {
      long content = kernel.frames().frame(pfn).readOnce();
      finishFault(vma, page, orig, Pte.anonymous(content, writable(access, orig)));
      keepsReference = false;
    } else {
      keepsReference = finishFault(vma, page, orig, Pte.file(pfn, writable(access, orig)));
    }
    folio.folioUnlock();
    if (!keepsReference) {
      folio.folioPut();
    }
    return Result.DONE;
  }

  /** {@code vmf_can_call_fault}: under the VMA lock a driver that may sleep is not called. */
  @Folded
  protected boolean vmfCanCallFault(VmArea vma, FaultLock lock) {
    return lock == FaultLock.MMAP || vma.vmOps.plain().hasMapPages();
  }

  /** A page that comes back write-protected is looked at again as such. */
  @KernelFunction("set_pte_range")
  private static long writable(Access access, long orig) {
    return Pte.isUffd(orig) ? Pte.UFFD : access == Access.WRITE ? Pte.WRITABLE : 0;
  }

  /**
   * {@code filemap_fault}: the folio of the page cache, locked, and still the one of the page.
   *
   * @return null if the file has become shorter
   */
  @KernelFunction("filemap_fault")
  private Folio filemapFault(AddressSpace mapping, long pgoff) {
    while (true) {
      Folio folio = filemapGetEntry(mapping, pgoff);
      if (folio == null) {
        // A new folio would be found beyond the end of the file as well.
        return null;
      }
      folio.folioLock();
      boolean inPlace = isInPlace(mapping, pgoff, folio);
      if (inPlace && isBeforeEnd(mapping, pgoff)) {
        return folio;
      }
      folio.folioUnlock();
      folio.folioPut();
      if (inPlace) {
        return null;
      }
    }
  }

  /** {@code filemap_lock_folio}: the same for who does not fault; null if there is none. */
  Folio filemapLockFolio(AddressSpace mapping, long pgoff) {
    return filemapFault(mapping, pgoff);
  }

  /** Whether it was truncated, or replaced, while its lock was waited for (claim C93). */
  @Folded
  protected boolean isInPlace(AddressSpace mapping, long pgoff, Folio folio) {
    return mapping.iPages.get((int) pgoff).readOnce() == folio;
  }

  /** The size is stored before the page cache is emptied, so this sees it (claim C93). */
  @Folded
  protected boolean isBeforeEnd(AddressSpace mapping, long pgoff) {
    return pgoff < mapping.iSize.readOnce();
  }

  /** {@code filemap_get_entry}: a reference to the folio that the page cache holds, or null. */
  private Folio filemapGetEntry(AddressSpace mapping, long pgoff) {
    Pointer<Folio> slot = mapping.iPages.get((int) pgoff);
    while (true) {
      Folio folio = slot.rcuDereference();
      if (folio == null) {
        return null;
      }
      if (!folio.folioTryGet()) {
        // The kernel looks again at once. Rounds that find the same folio have no effect.
        kernel.memory().await(() -> slot.readOnce() != folio);
        continue;
      }
      if (slot.readOnce() == folio) {
        return folio;
      }
      folio.folioPut();
    }
  }

  /**
   * {@code vmf_anon_prepare}: an anon_vma for a page of its own. Under the VMA lock alone the
   * neighbours may not be looked at, so it takes mmap_lock if that needs no waiting (claim C13).
   */
  protected Result vmfAnonPrepare(VmArea vma, FaultLock lock) {
    Result result = vmfAnonPrepareLocked(vma, lock);
    if (result == Result.RETRY) {
      kernel.path(VmaLock.class).vmaEndRead(vma);
    }
    return result;
  }

  /** {@code __vmf_anon_prepare}: the same for a caller that drops the VMA lock itself. */
  @KernelFunction("__vmf_anon_prepare")
  protected Result vmfAnonPrepareLocked(VmArea vma, FaultLock lock) {
    if (vma.anonVma.plain() != null) {
      return Result.DONE;
    }
    if (lock == FaultLock.MMAP) {
      kernel.path(Rmap.class).anonVmaPrepare(vma);
      return Result.DONE;
    }
    MmStruct mm = vma.vmMm.plain();
    if (!kernel.path(MmapLock.class).mmapReadTrylock(mm)) {
      return Result.RETRY;
    }
    kernel.path(Rmap.class).anonVmaPrepare(vma);
    kernel.path(MmapLock.class).mmapReadUnlock(mm);
    return Result.DONE;
  }

  /**
   * {@code finish_fault}: makes the entry of a file's page, and a table for it if there is none.
   * The caller has the folio locked.
   *
   * @param orig what was found in its place: nothing, or the marker of userfaultfd
   * @return whether it is there now, and with it the reference to the folio
   */
  protected boolean finishFault(VmArea vma, long page, long orig, long entry) {
    kernel.path(PteMap.class).pteAlloc(vma.vmMm.plain().pageTables, page);
    return setPte(vma, page, orig, entry);
  }

  /** Makes the entry under the ptl if it still is what was looked at; if not, the fault is over. */
  @Folded
  private boolean setPte(VmArea vma, long page, long orig, long entry) {
    PageTables tables = vma.vmMm.plain().pageTables;
    PteTable table = kernel.path(PteMap.class).pteOffsetMapLock(tables, page);
    if (table == null) {
      return false;
    }
    Word pte = kernel.path(PteMap.class).pte(tables, table, page);
    boolean same = pte.readOnce() == orig;
    if (same) {
      if (Pte.isFile(entry) && !Pte.isFile(orig)) {
        Folio folio = kernel.frames().pageFolio(Pte.pfn(entry));
        folio.folioAddFileRmap();
        kernel.path(FolioMlock.class).mlockVmaFolio(folio, vma);
      }
      pte.writeOnce(entry);
    }
    kernel.path(PteMap.class).pteUnmapUnlock(table);
    return same;
  }

  /** The same for a page that another one takes the place of: nobody goes on with the old one. */
  @Folded
  private boolean replacePte(VmArea vma, long page, long orig, long entry) {
    PageTables tables = vma.vmMm.plain().pageTables;
    PteTable table = kernel.path(PteMap.class).pteOffsetMapLock(tables, page);
    if (table == null) {
      return false;
    }
    Word pte = kernel.path(PteMap.class).pte(tables, table, page);
    boolean same = pte.readOnce() == orig;
    if (same) {
      kernel.path(TlbFlush.class).replaceAfterFlush(vma.vmMm.plain(), page, pte, entry);
    }
    kernel.path(PteMap.class).pteUnmapUnlock(table);
    return same;
  }
}
