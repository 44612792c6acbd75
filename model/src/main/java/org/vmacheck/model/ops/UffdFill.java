package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.mm.VmOperations;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.pgtable.PageTables;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;

/**
 * mm/userfaultfd.c, {@code UFFDIO_COPY} of one page. Into a shared mapping it would fill a hole of
 * the file; files have none here.
 */
public class UffdFill {

  protected final Kernel kernel;

  public UffdFill(Kernel kernel) {
    this.kernel = kernel;
  }

  /** {@code struct mfill_retry_state}: what a VMA was before its lock was dropped. */
  protected record RetryState(VmOperations ops, AddressSpace file, long flags, long pgoff) {

    /** {@code mfill_retry_state_save}. */
    @Folded
    static RetryState save(VmArea vma) {
      long flags = vma.vmFlags.plain() & (VmFlags.UFFD_FLAGS | VmFlags.SHARED);
      return new RetryState(vma.vmOps.plain(), vma.vmFile.plain(), flags, vma.vmPgoff.plain());
    }
  }

  /**
   * {@code UFFDIO_COPY}.
   *
   * @param from the page whose content the new one has
   * @return 0; {@code -ENOENT} if the destination is not registered, {@code -EEXIST} if there is a
   *     page, {@code -EAGAIN} if it is to be tried again, {@code -EFAULT} if the source cannot be
   *     read or the destination lies behind the end of its file, {@code -ENOMEM} in a shared
   *     mapping
   */
  @KernelFunction("mfill_atomic")
  public long copy(MmStruct mm, long to, long from) {
    VmArea vma = kernel.path(UffdLock.class).uffdMfillLock(mm, to);
    if (vma == null) {
      return -Errno.ENOENT;
    }
    mfillEstablishPmd(mm, to);
    if ((vma.vmFlags.plain() & VmFlags.SHARED) != 0 && !shmemMfillFolioAlloc(vma, to)) {
      kernel.path(UffdLock.class).uffdMfillUnlock(vma);
      return -Errno.ENOMEM;
    }
    long source = kernel.path(PteMap.class).ptepGetLockless(mm.pageTables, from);
    if (!Pte.allowsRead(source)) {
      return mfillCopyFolioRetry(mm, vma, to, from);
    }
    long content =
        Pte.isFile(source)
            ? kernel.frames().frame(Pte.pfn(source)).readOnce()
            : Pte.content(source);
    long result = opsOf(vma.vmFlags.plain()).fill(vma, to, content);
    kernel.path(UffdLock.class).uffdMfillUnlock(vma);
    return result;
  }

  /** {@code struct vm_uffd_ops}: how a page gets to where it is missing. */
  private interface UffdOps {
    long fill(VmArea vma, long page, long content);
  }

  /** Chosen once, by the VMA that is found first. */
  @Folded
  private UffdOps opsOf(long flags) {
    return (flags & VmFlags.SHARED) != 0
        ? UffdFill::shmemMfillFilemapAdd
        : this::mfillAtomicInstallPte;
  }

  /** {@code shmem_mfill_folio_alloc}: whether the file reaches so far (7.1). */
  protected boolean shmemMfillFolioAlloc(VmArea vma, long page) {
    return !mfillFileOverSize(vma, page);
  }

  /** {@code shmem_mfill_filemap_add}: every page of a file is there already. */
  private static long shmemMfillFilemapAdd(VmArea vma, long page, long content) {
    return mfillFileOverSize(vma, page) ? -Errno.EFAULT : -Errno.EEXIST;
  }

  /** {@code mfill_copy_folio_retry}: who waits for a page of the source holds no lock. */
  private long mfillCopyFolioRetry(MmStruct mm, VmArea before, long to, long from) {
    RetryState state = RetryState.save(before);
    kernel.path(UffdLock.class).uffdMfillUnlock(before);
    long content = kernel.path(UserAccess.class).read(mm, from);
    if (content < 0) {
      return -Errno.EFAULT;
    }
    VmArea vma = kernel.path(UffdLock.class).uffdMfillLock(mm, to);
    if (vma == null) {
      return -Errno.ENOENT;
    }
    long result = -Errno.EAGAIN;
    if (!mfillRetryStateChanged(state, vma)) {
      mfillEstablishPmd(mm, to);
      result = opsOf(state.flags()).fill(vma, to, content);
    }
    kernel.path(UffdLock.class).uffdMfillUnlock(vma);
    return result;
  }

  /** {@code mfill_retry_state_changed}: whether another mapping is there by now. */
  protected boolean mfillRetryStateChanged(RetryState before, VmArea vma) {
    return !before.equals(RetryState.save(vma));
  }

  /** {@code mfill_establish_pmd}: a table, which may be gone again at once (D9). */
  private void mfillEstablishPmd(MmStruct mm, long page) {
    kernel.path(PteMap.class).pteAlloc(mm.pageTables, page);
    checkPmd(mm, page);
  }

  @Folded
  protected void checkPmd(MmStruct mm, long page) {}

  /** {@code mfill_atomic_install_pte}: a page of its own, as if it had been copied on write. */
  private long mfillAtomicInstallPte(VmArea vma, long page, long content) {
    PageTables tables = vma.vmMm.plain().pageTables;
    PteTable table = kernel.path(PteMap.class).pteOffsetMapLock(tables, page);
    if (table == null) {
      return -Errno.EAGAIN;
    }
    if (mfillFileOverSize(vma, page)) {
      kernel.path(PteMap.class).pteUnmapUnlock(table);
      return -Errno.EFAULT;
    }
    Word pte = kernel.path(PteMap.class).pte(tables, table, page);
    long orig = pte.readOnce();
    boolean none = orig == Pte.NONE || mayOverwrite(orig);
    if (none) {
      pte.writeOnce(Pte.anonymous(content, protection(vma)));
    }
    kernel.path(PteMap.class).pteUnmapUnlock(table);
    return none ? 0 : -Errno.EEXIST;
  }

  @KernelFunction("mfill_atomic_install_pte")
  private static long protection(VmArea vma) {
    if (vma.vmPageProt.readOnce() == 0) {
      return Pte.PROTNONE;
    }
    return (vma.vmFlags.plain() & VmFlags.WRITE) != 0 ? Pte.WRITABLE : 0;
  }

  /** A marker of userfaultfd's own says nothing of what the page holds. */
  @Folded
  protected boolean mayOverwrite(long pte) {
    return Pte.isUffdWpMarker(pte);
  }

  /** {@code mfill_file_over_size}. */
  private static boolean mfillFileOverSize(VmArea vma, long page) {
    AddressSpace file = vma.vmFile.plain();
    return file != null && vma.linearPageIndex(page) >= file.iSize.readOnce();
  }
}
