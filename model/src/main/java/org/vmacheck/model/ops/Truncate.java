package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.Folio;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;

/**
 * mm/truncate.c: a file becomes shorter. What maps its pages is emptied under {@code i_mmap_rwsem}
 * alone, whatever its VMAs' locks; faults are kept out by what they check with the folio locked
 * (claim C93).
 */
public class Truncate {

  private final Kernel kernel;

  public Truncate(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code truncate_setsize} of ftruncate(2).
   *
   * @param pages that the file has from now on, at most as many as it had
   */
  public void truncateSetsize(AddressSpace mapping, int pages) {
    mapping.iSize.writeOnce(pages);
    truncatePagecache(mapping, pages);
  }

  /** {@code truncate_pagecache}. */
  private void truncatePagecache(AddressSpace mapping, int pages) {
    // For speed only: what is unmapped here need not be unmapped folio by folio.
    unmapMappingRange(mapping, pages);
    for (int pgoff = pages; pgoff < mapping.iPages.size(); pgoff++) {
      truncateInodePage(mapping, pgoff);
    }
    unmapCopies(mapping, pages);
  }

  /** Private copies may have been made of pages since they were unmapped first. */
  @Folded
  protected void unmapCopies(AddressSpace mapping, int pages) {
    unmapMappingRange(mapping, pages);
  }

  @KernelFunction("truncate_inode_pages")
  private void truncateInodePage(AddressSpace mapping, int pgoff) {
    Pointer<Folio> slot = mapping.iPages.get(pgoff);
    while (true) {
      Folio folio = slot.rcuDereference();
      if (folio == null) {
        return;
      }
      if (!folio.folioTryGet()) {
        kernel.memory().await(() -> slot.readOnce() != folio);
        continue;
      }
      folio.folioLock();
      boolean truncated = slot.readOnce() == folio;
      if (truncated) {
        truncateInodeFolio(mapping, folio, pgoff);
      }
      folio.folioUnlock();
      folio.folioPut();
      if (truncated) {
        return;
      }
    }
  }

  /** {@code truncate_inode_folio}. A large folio of which a part remains stays as it is. */
  private void truncateInodeFolio(AddressSpace mapping, Folio folio, int pgoff) {
    if (folio.index < pgoff) {
      return;
    }
    if (folio.folioMapped()) {
      unmapMappingFolio(mapping, folio);
    }
    for (int at = folio.index; at < folio.index + folio.pages; at++) {
      mapping.iPages.get(at).writeOnce(null);
    }
    folio.folioPutRefs(folio.pages);
  }

  /** {@code unmap_mapping_folio}. */
  @Folded
  protected void unmapMappingFolio(AddressSpace mapping, Folio folio) {
    unmapMappingTree(mapping, folio.index, folio.index + folio.pages);
  }

  /** {@code unmap_mapping_range}: to the end of the file, private copies included. */
  @Folded
  private void unmapMappingRange(AddressSpace mapping, int pages) {
    unmapMappingTree(mapping, pages, mapping.iPages.size());
  }

  @KernelFunction("unmap_mapping_range")
  private void unmapMappingTree(AddressSpace mapping, long first, long end) {
    mapping.iMmapRwsem.downRead();
    for (VmArea vma : mapping.iMmap.plain()) {
      long base = vma.vmStart.plain() - vma.vmPgoff.plain();
      long from = Math.max(base + first, vma.vmStart.plain());
      long to = Math.min(base + end, vma.vmEnd.plain());
      if (from < to) {
        kernel.path(Zap.class).zapPageRangeSingle(vma, from, to);
      }
    }
    mapping.iMmapRwsem.upRead();
  }
}
