package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;

/** fs/proc/task_mmu.c: one entry of /proc/PID/smaps, under mmap_lock for reading (facts.md E). */
public class Smaps {

  private final Kernel kernel;

  public Smaps(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * What {@code show_smap} prints of a VMA.
   *
   * @param start first page
   * @param end first page behind it
   * @param flags the bits whose two letters stand in the line "VmFlags:"
   * @param rss pages present
   */
  public record Entry(long start, long end, long flags, long rss) {}

  /** The entry of the VMA that covers the page, or null if none does. The caller holds nothing. */
  @KernelFunction("show_smap")
  public Entry smaps(MmStruct mm, long page) {
    kernel.path(MmapLock.class).mmapReadLock(mm);
    VmArea vma = kernel.path(VmaIterator.class).vmaIterLoad(mm).walk(page);
    Entry entry = vma == null ? null : showSmap(mm, vma);
    kernel.path(MmapLock.class).mmapReadUnlock(mm);
    return entry;
  }

  /** {@code show_smap}: first the walk over the page tables, then the line of flags. */
  private Entry showSmap(MmStruct mm, VmArea vma) {
    long rss = smapGatherStats(mm, vma);
    return new Entry(vma.vmStart.plain(), vma.vmEnd.plain(), showSmapVmaFlags(vma), rss);
  }

  private long smapGatherStats(MmStruct mm, VmArea vma) {
    long[] rss = {0};
    long end = vma.vmEnd.plain();
    long start = vma.vmStart.plain();
    kernel
        .path(PteMap.class)
        .walkPageRange(
            mm.pageTables,
            start,
            end,
            pte -> {
              if (Pte.isPresent(pte.readOnce())) {
                rss[0]++;
              }
            });
    return rss[0];
  }

  /**
   * {@code show_smap_vma_flags}: the word is loaded again for each bit that is tested, with no
   * mark, so the line may mix values from before and after a concurrent change (claim C58).
   */
  protected long showSmapVmaFlags(VmArea vma) {
    long printed = 0;
    for (long bit : VmFlags.smapsMnemonics().keySet()) {
      printed |= vma.vmFlags.plain() & bit;
    }
    return printed;
  }
}
