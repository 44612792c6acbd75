package org.vmacheck.model.ops;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmCount;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.memory.SpinLock;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;

/**
 * mm/swapfile.c, and what mm/memory.c and mm/rmap.c do with swap entries of anonymous pages. There
 * is no swap cache: a page is written and read in one step, in its entry.
 */
public class Swap {

  /** Added for an entry that is being made: its folio is locked in the swap cache. */
  private static final long LOCKED = 1L << 16;

  /** Added for each that has been made, so that one that has gone and come is told apart. */
  private static final long MADE = 1L << 32;

  protected final Kernel kernel;
  private final MmCount mmCount;

  /** {@code swap_usage_in_pages}: how many entries there are, and the two above. */
  private final Word inuse;

  private final SpinLock mmlistLock;

  /** {@code init_mm.mmlist}: who may have swap entries. */
  private final Pointer<List<MmStruct>> mmlist;

  public Swap(Kernel kernel) {
    this.kernel = kernel;
    this.mmCount = new MmCount(kernel.memory());
    this.inuse = kernel.memory().word("inuse_pages", 0);
    this.mmlistLock = kernel.memory().spinLock("mmlist_lock");
    this.mmlist = kernel.memory().pointer("mmlist", List.of());
  }

  /**
   * {@code MADV_PAGEOUT} of anonymous memory: what is not zero, and not pinned, is swapped out. The
   * caller has the VMA in place. In the kernel the pages are isolated first, and unmapped by a walk
   * over the reverse maps.
   */
  @KernelFunction("madvise_cold_or_pageout_pte_range")
  public void pageout(VmArea vma, long start, long end) {
    MmStruct mm = vma.vmMm.plain();
    kernel
        .path(PteMap.class)
        .walkPageRange(mm.pageTables, start, end, (page, pte) -> tryToUnmapOne(mm, page, pte));
  }

  @KernelFunction("try_to_unmap_one")
  private void tryToUnmapOne(MmStruct mm, long page, Word pte) {
    long seen = pte.readOnce();
    boolean zero = Pte.content(seen) == 0 && !Pte.allowsWrite(seen);
    if (!Pte.isPresent(seen) || Pte.isFile(seen) || zero) {
      return;
    }
    // ptep_clear_flush: the MMU may be setting bits at this moment.
    long old = pte.xchg(Pte.NONE);
    kernel.path(TlbFlush.class).flushTlbRange(mm, page, page + 1);
    if (Pte.isPinned(old)) {
      pte.writeOnce(old);
      return;
    }
    store(mm, pte, Pte.swap(old));
  }

  /** An entry of a fork: the child's, which is counted before swapoff can find it. */
  @KernelFunction("copy_nonpresent_pte")
  void dup(MmStruct mm, Word pte, long entry) {
    store(mm, pte, entry);
  }

  /** swapoff does not find the entry before it is stored, and waits until it is. */
  @Folded
  private void store(MmStruct mm, Word pte, long entry) {
    inuse.atomicAdd(LOCKED + 1);
    addToMmlist(mm);
    pte.writeOnce(entry);
    inuse.atomicAdd(MADE - LOCKED);
  }

  /** {@code swap_put_entries_direct}: an entry is gone. */
  @KernelFunction("swap_put_entries_direct")
  void free() {
    inuse.atomicAdd(-1);
  }

  @Folded
  private void addToMmlist(MmStruct mm) {
    mmlistLock.lock();
    List<MmStruct> next = new ArrayList<>(mmlist.plain());
    if (!next.contains(mm)) {
      next.add(mm);
      mmlist.plain(List.copyOf(next));
    }
    mmlistLock.unlock();
  }

  /** Who ends leaves the list, if it is on it. */
  @KernelFunction("__mmput")
  void leaveMmlist(MmStruct mm) {
    if (!mmlist.readOnce().contains(mm)) {
      return;
    }
    mmlistLock.lock();
    mmlist.plain(mmlist.plain().stream().filter(one -> one != mm).toList());
    mmlistLock.unlock();
  }

  /** {@code do_swap_page}: the page is there again; who wants to store to it faults once more. */
  void doSwapPage(VmArea vma, long page, long orig) {
    PteMap map = kernel.path(PteMap.class);
    PteTable table = map.pteOffsetMapLock(vma.vmMm.plain().pageTables, page);
    if (table == null) {
      return;
    }
    Word pte = map.pte(vma.vmMm.plain().pageTables, table, page);
    if (pte.readOnce() == orig) {
      swapIn(pte, orig);
    }
    map.pteUnmapUnlock(table);
  }

  @Folded
  private void swapIn(Word pte, long entry) {
    pte.writeOnce((entry & ~Pte.SWAP) | Pte.PRESENT);
    free();
  }

  /**
   * {@code swapoff(2)}: until nothing is swapped out any more. The kernel begins the next round at
   * once, after it has locked each folio of the swap cache. A round that would find what the last
   * one has found has no effect, so it is left out.
   */
  public void tryToUnuse() {
    for (long seen = inuse.readOnce(); seen % MADE != 0; seen = inuse.readOnce()) {
      unuseMms();
      long before = seen;
      kernel.memory().await(() -> inuse.readOnce() != before);
    }
  }

  /** One round over the list: a place in it is kept by who stands there. */
  @KernelFunction("try_to_unuse")
  private void unuseMms() {
    MmStruct prev = null;
    int next = 0;
    mmlistLock.lock();
    while (next < mmlist.plain().size()) {
      MmStruct mm = mmlist.plain().get(next);
      if (mmCount.mmgetNotZero(mm)) {
        mmlistLock.unlock();
        mmput(prev);
        prev = mm;
        unuseMm(mm);
        mmlistLock.lock();
        next = mmlist.plain().indexOf(mm);
      }
      next++;
    }
    mmlistLock.unlock();
    mmput(prev);
  }

  @Folded
  private void mmput(MmStruct mm) {
    if (mm != null) {
      kernel.path(ExitMmap.class).mmput(mm);
    }
  }

  /** {@code unuse_mm}. */
  private void unuseMm(MmStruct mm) {
    kernel.path(MmapLock.class).mmapReadLock(mm);
    if (checkStableAddressSpace(mm)) {
      VmaTree tree = kernel.path(VmaIterator.class).vmaIterLoad(mm);
      for (VmArea vma = tree.find(0); vma != null; vma = tree.find(vma.vmEnd.plain())) {
        if (vma.anonVma.plain() != null && !Hugetlb.isVmHugetlbPage(vma)) {
          unuseVma(mm, vma);
        }
      }
    }
    kernel.path(MmapLock.class).mmapReadUnlock(mm);
  }

  /** {@code check_stable_address_space}: a fork that has failed left half a copy (V1). */
  protected boolean checkStableAddressSpace(MmStruct mm) {
    return !mm.flags.testBit(MmStruct.MMF_UNSTABLE);
  }

  /** {@code unuse_vma}. */
  private void unuseVma(MmStruct mm, VmArea vma) {
    kernel
        .path(PteMap.class)
        .walkPageRange(mm.pageTables, vma.vmStart.plain(), vma.vmEnd.plain(), pte -> unusePte(pte));
  }

  private void unusePte(Word pte) {
    long entry = pte.readOnce();
    if (Pte.isSwap(entry)) {
      swapIn(pte, entry);
    }
  }
}
