package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;

/**
 * kernel/bpf/task_iter.c: a BPF program that goes over the VMAs of a process, and reads the file of
 * each.
 */
public class TaskVmaIter {

  protected final Kernel kernel;

  public TaskVmaIter(Kernel kernel) {
    this.kernel = kernel;
  }

  /** What the program gets of a VMA. */
  private record Snapshot(long start, long end, AddressSpace file) {}

  /**
   * The whole program.
   *
   * @return a bit for each page of the VMAs that it got
   */
  @KernelFunction("bpf_iter_task_vma_next")
  public long visit(MmStruct mm) {
    long visited = 0;
    long position = 0;
    while (true) {
      long seenEnd = seenEnd(mm, position);
      VmArea vma = seenEnd < 0 ? null : lock(mm, position);
      if (vma == null) {
        return visited;
      }
      Snapshot snapshot = new Snapshot(vma.vmStart.plain(), vma.vmEnd.plain(), vma.vmFile.plain());
      endReadAndRun(vma, snapshot.file);
      visited |= ProcMaps.pages(snapshot.start, snapshot.end);
      position = nextPosition(snapshot.end, seenEnd);
    }
  }

  /** Where the next VMA ends by what an RCU walk sees of it; -1 if there is none. */
  @KernelFunction("bpf_iter_task_vma_find_next")
  private long seenEnd(MmStruct mm, long position) {
    kernel.memory().rcu().readLock();
    VmArea vma = mm.mmMt.rcuDereference().find(position);
    long end = vma == null ? -1 : vma.vmEnd.readOnce();
    kernel.memory().rcu().readUnlock();
    return end;
  }

  /** The next VMA, locked; under mmap_lock if it cannot be had otherwise. */
  @KernelFunction("bpf_iter_task_vma_find_next")
  private VmArea lock(MmStruct mm, long position) {
    VmArea vma = kernel.path(VmaLock.class).lockVmaUnderRcu(mm, position);
    if (vma != null) {
      return vma;
    }
    kernel.path(MmapLock.class).mmapReadLock(mm);
    vma = kernel.path(VmaIterator.class).vmaIterLoad(mm).find(position);
    if (vma != null) {
      kernel.path(VmaLock.class).vmaStartReadLocked(vma);
    }
    kernel.path(MmapLock.class).mmapReadUnlock(mm);
    return vma;
  }

  /** The program gets a copy, and runs with nothing held. */
  @Folded
  protected void endReadAndRun(VmArea vma, AddressSpace file) {
    kernel.path(VmaLock.class).vmaEndRead(vma);
    run(file);
  }

  /** What the program does. */
  @Folded
  protected final void run(AddressSpace file) {
    if (file != null) {
      kernel.path(FileAccess.class).kernelRead(file);
    }
  }

  /** Only of the VMA that was locked it is known where it ends. */
  @Folded
  protected long nextPosition(long end, long seenEnd) {
    return end;
  }
}
