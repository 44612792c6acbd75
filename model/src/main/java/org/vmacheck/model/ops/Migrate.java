package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.Folio;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;

/**
 * mm/migrate.c: a small folio of a file moves to another frame. Who touches it meanwhile waits at
 * its migration entries. Needs neither mmap_lock nor the VMA lock of anybody.
 */
public class Migrate {

  private final Kernel kernel;

  public Migrate(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code migrate_pages} of the folio that holds a page.
   *
   * @return 0, {@code -EAGAIN} if somebody else has a reference to it, {@code -EBUSY} if it is
   *     large or has left the page cache
   */
  public long migratePages(AddressSpace mapping, long pgoff) {
    Pointer<Folio> slot = mapping.iPages.get((int) pgoff);
    Folio src = slot.rcuDereference();
    // folio_isolate_lru: one that is being freed cannot be had.
    if (src == null || src.pages != 1 || !src.folioTryGet()) {
      return -Errno.EBUSY;
    }
    src.folioLock();
    long error = isStillThere(slot, src) ? unmapAndMove(slot, src) : -Errno.EBUSY;
    src.folioUnlock();
    src.folioPut();
    return error;
  }

  /** Who truncates or replaces a page of the cache has its folio locked. */
  @Folded
  protected boolean isStillThere(Pointer<Folio> slot, Folio src) {
    return slot.readOnce() == src;
  }

  @Folded
  private long unmapAndMove(Pointer<Folio> slot, Folio src) {
    int pfn = kernel.frames().successorOf(src.firstPfn);
    Folio dst =
        kernel
            .memory()
            .allocate("folio", () -> new Folio(kernel.memory(), src.mapping, src.index, 1, pfn));
    dst.folioLock();
    kernel.path(RmapWalk.class).tryToMigrate(src);
    long error = src.folioMapped() ? -Errno.EAGAIN : folioMigrateMapping(slot, src, dst);
    kernel.path(RmapWalk.class).removeMigrationPtes(src, error == 0 ? dst : src);
    dst.folioUnlock();
    return error;
  }

  /**
   * {@code folio_migrate_mapping}: while its references are frozen nobody gets one, so nobody looks
   * at it. Expected are that of the page cache and ours.
   */
  @KernelFunction("folio_migrate_mapping")
  private long folioMigrateMapping(Pointer<Folio> slot, Folio src, Folio dst) {
    if (!folioRefFreeze(src, 2)) {
      return -Errno.EAGAIN;
    }
    kernel.frames().prepare(dst);
    slot.rcuAssignPointer(dst);
    folioRefUnfreeze(src);
    return 0;
  }

  /** Ours is left. */
  @Folded
  protected void folioRefUnfreeze(Folio src) {
    src.folioRefUnfreeze(1);
  }

  /** Who has a reference that nobody knows of would go on with the old page (claim C91). */
  @Folded
  protected boolean folioRefFreeze(Folio src, int expected) {
    return src.folioRefFreeze(expected);
  }
}
