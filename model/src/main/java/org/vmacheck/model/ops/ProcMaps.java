package org.vmacheck.model.ops;

import java.util.function.Consumer;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.NextVma;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.KernelBug.Kind;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;

/**
 * fs/proc/task_mmu.c: the whole of /proc/PID/maps, VMA by VMA under the VMA read lock (6.17 and
 * later).
 */
public class ProcMaps {

  protected final Kernel kernel;

  public ProcMaps(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * Reads all of it.
   *
   * @return a bit for each page that a printed range covers
   * @throws KernelBug if a range is printed that begins before the end of the last one (claim C94)
   */
  @KernelFunction("proc_get_vma")
  public long maps(MmStruct mm) {
    return print(mm, vma -> {});
  }

  /**
   * One VMA after the other, each read-locked while it is shown; in an RCU read section.
   *
   * @return as {@link #maps}
   */
  @KernelFunction("proc_get_vma")
  protected long print(MmStruct mm, Consumer<VmArea> show) {
    long printed = 0;
    long lastStart = -1;
    long lastEnd = 0;
    kernel.memory().rcu().readLock();
    while (true) {
      VmArea vma = next(mm, lastStart, lastEnd);
      if (vma == null) {
        kernel.memory().rcu().readUnlock();
        return printed;
      }
      long start = printedStart(vma, lastEnd);
      long end = vma.vmEnd.plain();
      if (start < lastEnd) {
        throw new KernelBug(
            Kind.INVARIANT,
            "maps_backwards",
            "[" + start + ", " + end + ") is printed after a range that ends at " + lastEnd);
      }
      printed |= pages(start, end);
      show.accept(vma);
      lastStart = start;
      lastEnd = end;
      kernel.path(VmaLock.class).vmaEndRead(vma);
    }
  }

  /**
   * {@code PROCMAP_QUERY} of the VMA that covers a page, or the next one.
   *
   * @return a bit for each page of its range, 0 if there is none
   */
  @KernelFunction("do_procmap_query")
  public long query(MmStruct mm, long page) {
    kernel.memory().rcu().readLock();
    VmArea vma = kernel.path(NextVma.class).lockNextVma(mm, page);
    kernel.memory().rcu().readUnlock();
    if (vma == null) {
      return 0;
    }
    remember(vma);
    long range = pages(vma.vmStart.plain(), vma.vmEnd.plain());
    kernel.path(VmaLock.class).vmaEndRead(remembered(vma));
    return range;
  }

  /**
   * {@code PROCMAP_QUERY} that also asks for the build id, which is in the file.
   *
   * @return as {@link #query}
   */
  @KernelFunction("do_procmap_query")
  public long queryBuildId(MmStruct mm, long page) {
    kernel.memory().rcu().readLock();
    VmArea vma = kernel.path(NextVma.class).lockNextVma(mm, page);
    kernel.memory().rcu().readUnlock();
    if (vma == null) {
      return 0;
    }
    long range = pages(vma.vmStart.plain(), vma.vmEnd.plain());
    AddressSpace file = vma.vmFile.plain();
    endReadAndParse(vma, file);
    return range;
  }

  /** The file is kept by a reference, and read when the VMA is unlocked. */
  @Folded
  protected void endReadAndParse(VmArea vma, AddressSpace file) {
    kernel.path(VmaLock.class).vmaEndRead(vma);
    parseBuildId(file);
  }

  /** {@code build_id_parse_file}. */
  @KernelFunction("build_id_parse_file")
  protected final void parseBuildId(AddressSpace file) {
    if (file != null) {
      kernel.path(FileAccess.class).kernelRead(file);
    }
  }

  /** {@code struct proc_maps_locking_ctx}: on the stack of who asks. */
  @Folded
  protected void remember(VmArea vma) {}

  /** The VMA that is to be unlocked: the one that was locked. */
  @Folded
  protected VmArea remembered(VmArea vma) {
    return vma;
  }

  /**
   * The VMA after what was printed last, locked. Not the start of that is the position, as the VMA
   * may be merged with its predecessor meanwhile (claim C97).
   */
  @Folded
  protected VmArea next(MmStruct mm, long lastStart, long lastEnd) {
    return kernel.path(NextVma.class).lockNextVma(mm, lastEnd);
  }

  /**
   * Where the range of a VMA begins in what is printed.
   *
   * @param shown the end of what was printed last
   */
  @Folded
  protected long printedStart(VmArea vma, long shown) {
    return vma.vmStart.plain();
  }

  protected static long pages(long start, long end) {
    return (1L << end) - (1L << start);
  }
}
