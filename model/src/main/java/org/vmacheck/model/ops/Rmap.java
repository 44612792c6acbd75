package org.vmacheck.model.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.AnonVma;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.names.KernelFunction;

/** mm/rmap.c and the file half of mm/vma.c: how VMAs hang on anon_vmas and files. */
public class Rmap {

  private final Kernel kernel;

  public Rmap(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code anon_vma_prepare}: gives the VMA an anon_vma if it has none. The caller holds mmap_lock
   * in any mode; preparers that race agree on one (claim C78).
   */
  public void anonVmaPrepare(VmArea vma) {
    if (vma.anonVma.plain() == null) {
      prepareSlow(vma);
    }
  }

  /** {@code __anon_vma_prepare}. */
  @KernelFunction("__anon_vma_prepare")
  private void prepareSlow(VmArea vma) {
    MmStruct mm = vma.vmMm.plain();
    // The neighbours are looked at, and only mmap_lock keeps them in place.
    kernel.path(MmapLock.class).mmapAssertLocked(mm);
    AnonVma found = findMergeableAnonVma(mm, vma);
    AnonVma anonVma =
        found != null
            ? found
            : kernel.memory().allocate("anon_vma", () -> new AnonVma(kernel.memory()));
    anonVma.rwsem.downWrite();
    mm.pageTableLock.lock();
    boolean linked = vma.anonVma.plain() == null;
    if (linked) {
      vma.anonVma.plain(anonVma);
      link(vma, anonVma);
    }
    mm.pageTableLock.unlock();
    anonVma.rwsem.upWrite();
    if (!linked && found == null) {
      kernel.memory().free(anonVma);
    }
  }

  @KernelFunction("anon_vma_chain_assign")
  private static void link(VmArea vma, AnonVma anonVma) {
    List<AnonVma> chain = new ArrayList<>(vma.anonVmaChain.plain());
    chain.add(anonVma);
    vma.anonVmaChain.plain(List.copyOf(chain));
    anonVma.numActiveVmas.plain(anonVma.numActiveVmas.plain() + 1);
  }

  /** {@code find_mergeable_anon_vma}: a neighbour's, so that the two could be merged later. */
  private AnonVma findMergeableAnonVma(MmStruct mm, VmArea vma) {
    var tree = mm.mmMt.rcuDereference();
    VmArea next = tree.find(vma.vmEnd.plain());
    if (next != null) {
      AnonVma reusable = reusableAnonVma(next, vma, next);
      if (reusable != null) {
        return reusable;
      }
    }
    VmArea prev = tree.before(vma.vmStart.plain());
    return prev == null ? null : reusableAnonVma(prev, prev, vma);
  }

  /**
   * {@code anon_vma_compatible}: could be merged but for their access bits, which mprotect may
   * still make alike.
   */
  protected boolean anonVmaCompatible(VmArea below, VmArea above) {
    long differing = below.vmFlags.plain() ^ above.vmFlags.plain();
    return below.vmEnd.plain() == above.vmStart.plain()
        && Objects.equals(below.vmPolicy.plain(), above.vmPolicy.plain())
        && below.vmFile.plain() == above.vmFile.plain()
        && (differing & ~(VmFlags.ACCESS | VmFlags.IGNORE_MERGE)) == 0
        && above.vmPgoff.plain() == below.vmPgoff.plain() + below.vmaPages();
  }

  /** {@code reusable_anon_vma}. */
  private AnonVma reusableAnonVma(VmArea old, VmArea below, VmArea above) {
    if (!anonVmaCompatible(below, above)) {
      return null;
    }
    AnonVma anonVma = old.anonVma.readOnce();
    return anonVma != null && old.anonVmaChain.plain().size() == 1 ? anonVma : null;
  }

  /** {@code anon_vma_clone}: {@code dst} hangs on everything that {@code src} hangs on. */
  public void anonVmaClone(VmArea dst, VmArea src) {
    for (AnonVma anonVma : src.anonVmaChain.plain()) {
      anonVma.rwsem.downWrite();
      link(dst, anonVma);
      anonVma.rwsem.upWrite();
    }
  }

  /**
   * {@code dup_anon_vma}: an unfaulted VMA that grows over a faulted one takes over its anon_vma.
   * {@code dst} is write-locked.
   */
  public void dupAnonVma(VmArea dst, VmArea src) {
    AnonVma anonVma = src.anonVma.plain();
    if (anonVma == null || dst.anonVma.plain() != null) {
      return;
    }
    kernel.path(VmaLock.class).vmaAssertWriteLocked(dst);
    dst.anonVma.plain(anonVma);
    anonVmaClone(dst, src);
  }

  /**
   * {@code anon_vma_fork}: a forked VMA hangs on everything that its parent hangs on, and on an
   * anon_vma of its own, if the parent has one. The kernel may hand it one that no VMA is left on.
   */
  public void anonVmaFork(VmArea vma, VmArea pvma) {
    vma.anonVma.plain(null);
    if (pvma.anonVma.plain() == null) {
      return;
    }
    anonVmaClone(vma, pvma);
    AnonVma own = kernel.memory().allocate("anon_vma", () -> new AnonVma(kernel.memory()));
    own.rwsem.downWrite();
    vma.anonVma.plain(own);
    link(vma, own);
    own.rwsem.upWrite();
  }

  /** {@code unlink_anon_vmas}. */
  public void unlinkAnonVmas(VmArea vma) {
    for (AnonVma anonVma : vma.anonVmaChain.plain()) {
      anonVma.rwsem.downWrite();
      anonVma.numActiveVmas.plain(anonVma.numActiveVmas.plain() - 1);
      anonVma.rwsem.upWrite();
    }
    vma.anonVmaChain.plain(List.of());
    vma.anonVma.plain(null);
  }

  /** {@code vma_link_file}. */
  @KernelFunction("vma_link_file")
  public void linkFile(VmArea vma) {
    AddressSpace mapping = vma.vmFile.plain();
    if (mapping != null) {
      mapping.iMmapRwsem.downWrite();
      mapping.insert(vma);
      mapping.iMmapRwsem.upWrite();
    }
  }

  /** {@code unlink_file_vma}. */
  @KernelFunction("unlink_file_vma_batch_add")
  public void unlinkFile(VmArea vma) {
    AddressSpace mapping = vma.vmFile.plain();
    if (mapping != null) {
      mapping.iMmapRwsem.downWrite();
      mapping.remove(vma);
      mapping.iMmapRwsem.upWrite();
    }
  }
}
