package org.vmacheck.model.ops;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.AnonVma;
import org.vmacheck.model.mm.Mempolicy;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.names.Folded;
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
    assertNeighboursStay(mm);
    AnonVma found = findMergeableAnonVma(mm, vma);
    AnonVma anonVma =
        found != null
            ? found
            : kernel.memory().allocate("anon_vma", () -> new AnonVma(kernel.memory()));
    anonVmaLockWrite(anonVma);
    mm.pageTableLock.lock();
    boolean linked = isStillWithout(vma);
    if (linked) {
      publish(vma, anonVma);
      chain(vma, List.of(anonVma));
      anonVma.insert(vma);
      add(anonVma.numActiveVmas, 1);
    }
    mm.pageTableLock.unlock();
    anonVmaUnlockWrite(anonVma);
    if (!linked && found == null) {
      kernel.memory().free(anonVma);
    }
  }

  /** The neighbours are looked at, and only mmap_lock keeps them in place. */
  @Folded
  protected void assertNeighboursStay(MmStruct mm) {
    kernel.path(MmapLock.class).mmapAssertLocked(mm);
  }

  /** Whether nobody else has given it one since the first look, which took no lock. */
  @Folded
  protected boolean isStillWithout(VmArea vma) {
    return vma.anonVma.plain() == null;
  }

  /** The release pairs with the address dependency of {@link #reusableAnonVma}. */
  @Folded
  protected void publish(VmArea vma, AnonVma anonVma) {
    vma.anonVma.storeRelease(anonVma);
  }

  /** {@code anon_vma_chain_assign}: what is in a VMA's chain is for its own mmap_lock to guard. */
  @KernelFunction("anon_vma_chain_assign")
  private static void chain(VmArea vma, List<AnonVma> more) {
    List<AnonVma> chain = new ArrayList<>(vma.anonVmaChain.plain());
    chain.addAll(more);
    vma.anonVmaChain.plain(List.copyOf(chain));
  }

  @Folded
  private static void add(Word count, int delta) {
    count.plain(count.plain() + delta);
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
        && Mempolicy.mpolEqual(below.vmPolicy.plain(), above.vmPolicy.plain())
        && below.vmFile.plain() == above.vmFile.plain()
        && (differing & ~(VmFlags.ACCESS | VmFlags.IGNORE_MERGE)) == 0
        && above.vmPgoff.plain() == below.vmPgoff.plain() + below.vmaPages()
        && kernel.path(AnonPgoff.class).isAdjacent(below, above);
  }

  /** {@code reusable_anon_vma}. */
  private AnonVma reusableAnonVma(VmArea old, VmArea below, VmArea above) {
    if (!anonVmaCompatible(below, above)) {
      return null;
    }
    AnonVma anonVma = old.anonVma.readOnce();
    return anonVma != null && old.anonVmaChain.plain().size() == 1 ? anonVma : null;
  }

  /**
   * {@code anon_vma_clone} within one mm: {@code dst}, which has the anon_vma of {@code src}
   * already, hangs on everything that {@code src} hangs on.
   */
  public void anonVmaClone(VmArea dst, VmArea src) {
    AnonVma active = src.anonVma.plain();
    if (active == null) {
      return;
    }
    List<AnonVma> all = src.anonVmaChain.plain();
    chain(dst, all);
    anonVmaLockWrite(active);
    all.forEach(anonVma -> anonVma.insert(dst));
    add(dst.anonVma.plain().numActiveVmas, 1);
    anonVmaUnlockWrite(active);
  }

  /**
   * {@code dup_anon_vma}: an unfaulted VMA that grows over a faulted one takes over its anon_vma.
   * {@code dst} is write-locked.
   *
   * @return false if there is no memory, and {@code dst} has none
   */
  public boolean dupAnonVma(VmArea dst, VmArea src) {
    AnonVma anonVma = src.anonVma.plain();
    if (anonVma == null || dst.anonVma.plain() != null) {
      return true;
    }
    assertMayHaveAnother(dst);
    dst.anonVma.plain(anonVma);
    if (kernel.memory().faultInjection().shouldFail()) {
      dst.anonVma.plain(null);
      return false;
    }
    anonVmaClone(dst, src);
    return true;
  }

  @Folded
  protected void assertMayHaveAnother(VmArea dst) {
    kernel.path(VmaLock.class).vmaAssertWriteLocked(dst);
  }

  /**
   * {@code anon_vma_fork}: a forked VMA hangs on everything that its parent hangs on, and on an
   * anon_vma of its own, if the parent has one.
   *
   * @param vma a copy of {@code pvma} that nobody can find yet
   */
  public void anonVmaFork(VmArea vma, VmArea pvma) {
    AnonVma parent = pvma.anonVma.plain();
    if (parent == null) {
      return;
    }
    vma.anonVma.plain(null);
    List<AnonVma> inherited = pvma.anonVmaChain.plain();
    chain(vma, inherited);
    anonVmaLockWrite(parent);
    for (AnonVma anonVma : inherited) {
      anonVma.insert(vma);
      maybeReuseAnonVma(vma, anonVma);
    }
    anonVmaUnlockWrite(parent);
    if (vma.anonVma.plain() == null) {
      addOwn(vma, parent);
    }
  }

  /** {@code maybe_reuse_anon_vma}: one that lost its VMAs, and has a single child at most. */
  private static void maybeReuseAnonVma(VmArea vma, AnonVma anonVma) {
    if (vma.anonVma.plain() == null
        && anonVma.numActiveVmas.plain() == 0
        && anonVma.numChildren.plain() <= 1) {
      vma.anonVma.plain(anonVma);
      add(anonVma.numActiveVmas, 1);
    }
  }

  @Folded
  private void addOwn(VmArea vma, AnonVma parent) {
    AnonVma own = kernel.memory().allocate("anon_vma", () -> new AnonVma(kernel.memory(), parent));
    own.numActiveVmas.plain(1);
    vma.anonVma.plain(own);
    chain(vma, List.of(own));
    anonVmaLockWrite(own);
    own.insert(vma);
    add(parent.numChildren, 1);
    anonVmaUnlockWrite(own);
  }

  /** {@code unlink_anon_vmas}. The caller holds mmap_lock in any mode. */
  public void unlinkAnonVmas(VmArea vma) {
    kernel.path(MmapLock.class).mmapAssertLocked(vma.vmMm.plain());
    AnonVma active = vma.anonVma.plain();
    if (active == null) {
      return;
    }
    anonVmaLockWrite(active);
    for (AnonVma anonVma : vma.anonVmaChain.plain()) {
      if (anonVma.remove(vma)) {
        add(anonVma.parent.numChildren, -1);
      }
    }
    vma.anonVmaChain.plain(List.of());
    add(active.numActiveVmas, -1);
    vma.anonVma.plain(null);
    anonVmaUnlockWrite(active);
  }

  /** {@code anon_vma_lock_write}: the one lock of all the family. */
  @Folded
  protected void anonVmaLockWrite(AnonVma anonVma) {
    anonVma.rwsem.downWrite();
  }

  /** {@code anon_vma_unlock_write}. */
  @Folded
  protected void anonVmaUnlockWrite(AnonVma anonVma) {
    anonVma.rwsem.upWrite();
  }

  /** {@code take_rmap_locks}: no walk over the VMA's reverse maps runs until they are dropped. */
  public void takeRmapLocks(VmArea vma) {
    AddressSpace mapping = vma.vmFile.plain();
    if (mapping != null) {
      mapping.iMmapRwsem.downWrite();
    }
    AnonVma anonVma = vma.anonVma.plain();
    if (anonVma != null) {
      anonVma.rwsem.downWrite();
    }
  }

  /** {@code drop_rmap_locks}. */
  public void dropRmapLocks(VmArea vma) {
    AnonVma anonVma = vma.anonVma.plain();
    if (anonVma != null) {
      anonVma.rwsem.upWrite();
    }
    AddressSpace mapping = vma.vmFile.plain();
    if (mapping != null) {
      mapping.iMmapRwsem.upWrite();
    }
  }

  /** {@code i_mmap_lock_write}, around a change of the range of a VMA that maps the file. */
  @Folded
  protected void iMmapLockWrite(AddressSpace mapping) {
    mapping.iMmapRwsem.downWrite();
  }

  /** {@code i_mmap_unlock_write}. */
  @Folded
  protected void iMmapUnlockWrite(AddressSpace mapping) {
    mapping.iMmapRwsem.upWrite();
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

  /** {@code unlink_file_vma_batch_process}: VMAs of one file, at least one. */
  @KernelFunction("unlink_file_vma_batch_process")
  public void unlinkFileVmaBatch(List<VmArea> vmas) {
    AddressSpace mapping = vmas.get(0).vmFile.plain();
    mapping.iMmapRwsem.downWrite();
    vmas.forEach(mapping::remove);
    mapping.iMmapRwsem.upWrite();
  }
}
