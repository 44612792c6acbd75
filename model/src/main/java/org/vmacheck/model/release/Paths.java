package org.vmacheck.model.release;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vmacheck.model.locking.MmLockSequence;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.NextVma;
import org.vmacheck.model.locking.VmaFlagAccess;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.ops.AnonMigrate;
import org.vmacheck.model.ops.AnonName;
import org.vmacheck.model.ops.AnonPgoff;
import org.vmacheck.model.ops.BinderAlloc;
import org.vmacheck.model.ops.Brk;
import org.vmacheck.model.ops.ClearRefs;
import org.vmacheck.model.ops.CollapseHugePage;
import org.vmacheck.model.ops.CollapsePteMapped;
import org.vmacheck.model.ops.CompatMmap;
import org.vmacheck.model.ops.Coredump;
import org.vmacheck.model.ops.ExecStack;
import org.vmacheck.model.ops.ExitMmap;
import org.vmacheck.model.ops.FileAccess;
import org.vmacheck.model.ops.FolioMlock;
import org.vmacheck.model.ops.Fork;
import org.vmacheck.model.ops.FreePgtables;
import org.vmacheck.model.ops.GuardRegions;
import org.vmacheck.model.ops.GupFast;
import org.vmacheck.model.ops.HugePmdSharing;
import org.vmacheck.model.ops.HugeZeroFolio;
import org.vmacheck.model.ops.Hugetlb;
import org.vmacheck.model.ops.Hugetlbfs;
import org.vmacheck.model.ops.Khugepaged;
import org.vmacheck.model.ops.Ksm;
import org.vmacheck.model.ops.Madvise;
import org.vmacheck.model.ops.MadviseCollapse;
import org.vmacheck.model.ops.MadviseFlags;
import org.vmacheck.model.ops.Mbind;
import org.vmacheck.model.ops.MempolicyReader;
import org.vmacheck.model.ops.MergePredicates;
import org.vmacheck.model.ops.Migrate;
import org.vmacheck.model.ops.Mlock;
import org.vmacheck.model.ops.Mmap;
import org.vmacheck.model.ops.MoveVma;
import org.vmacheck.model.ops.Mprotect;
import org.vmacheck.model.ops.Mremap;
import org.vmacheck.model.ops.Mseal;
import org.vmacheck.model.ops.Munmap;
import org.vmacheck.model.ops.OomKill;
import org.vmacheck.model.ops.PageFault;
import org.vmacheck.model.ops.PageWalk;
import org.vmacheck.model.ops.Pagemap;
import org.vmacheck.model.ops.PagemapScan;
import org.vmacheck.model.ops.PfnScan;
import org.vmacheck.model.ops.Populate;
import org.vmacheck.model.ops.ProcMaps;
import org.vmacheck.model.ops.ProcMem;
import org.vmacheck.model.ops.Rmap;
import org.vmacheck.model.ops.RmapWalk;
import org.vmacheck.model.ops.Smaps;
import org.vmacheck.model.ops.StackGrowth;
import org.vmacheck.model.ops.Swap;
import org.vmacheck.model.ops.TaskVmaIter;
import org.vmacheck.model.ops.TlbFlush;
import org.vmacheck.model.ops.Truncate;
import org.vmacheck.model.ops.UffdFill;
import org.vmacheck.model.ops.UffdLock;
import org.vmacheck.model.ops.UffdMove;
import org.vmacheck.model.ops.UffdWp;
import org.vmacheck.model.ops.Uprobes;
import org.vmacheck.model.ops.UserAccess;
import org.vmacheck.model.ops.Userfaultfd;
import org.vmacheck.model.ops.VmaAlloc;
import org.vmacheck.model.ops.VmaIterator;
import org.vmacheck.model.ops.VmaMerge;
import org.vmacheck.model.ops.VmaModify;
import org.vmacheck.model.ops.VmaReader;
import org.vmacheck.model.ops.VmaSplit;
import org.vmacheck.model.ops.Zap;
import org.vmacheck.model.pgtable.PteMap;

/**
 * The wiring of the newest release: a line a path, in any order. A path's constructor takes the
 * kernel, or its memory or other paths if it needs no more.
 */
final class Paths {

  private static final Map<Class<?>, Class<?>> NEWEST = new LinkedHashMap<>();

  static {
    wire(VmaLock.class, VmaLockRefcount.class);
    wire(MmLockSequence.class);
    wire(MmapLock.class);
    wire(NextVma.class);
    wire(VmaFlagAccess.class);
    wire(PteMap.class);
    wire(TlbFlush.class);
    wire(VmaAlloc.class);
    wire(VmaIterator.class);
    wire(Rmap.class);
    wire(MergePredicates.class);
    wire(AnonPgoff.class);
    wire(VmaMerge.class);
    wire(VmaSplit.class);
    wire(VmaModify.class);
    wire(Zap.class);
    wire(Hugetlb.class);
    wire(HugePmdSharing.class);
    wire(Hugetlbfs.class);
    wire(FreePgtables.class);
    wire(Munmap.class);
    wire(Mmap.class);
    wire(Mprotect.class);
    wire(Madvise.class);
    wire(MadviseFlags.class);
    wire(AnonName.class);
    wire(Mbind.class);
    wire(Mseal.class);
    wire(GuardRegions.class);
    wire(PageFault.class);
    wire(UserAccess.class);
    wire(Smaps.class);
    wire(ProcMaps.class);
    wire(VmaReader.class);
    wire(ClearRefs.class);
    wire(PfnScan.class);
    wire(Pagemap.class);
    wire(PagemapScan.class);
    wire(Khugepaged.class);
    wire(CollapseHugePage.class);
    wire(CollapsePteMapped.class);
    wire(MadviseCollapse.class);
    wire(GupFast.class);
    wire(RmapWalk.class);
    wire(Migrate.class);
    wire(Truncate.class);
    wire(Populate.class);
    wire(Mremap.class);
    wire(MoveVma.class);
    wire(Mlock.class);
    wire(FolioMlock.class);
    wire(Fork.class);
    wire(ExitMmap.class);
    wire(StackGrowth.class);
    wire(Brk.class);
    wire(ProcMem.class);
    wire(CompatMmap.class);
    wire(Userfaultfd.class);
    wire(UffdLock.class);
    wire(UffdFill.class);
    wire(UffdMove.class);
    wire(UffdWp.class);
    wire(PageWalk.class);
    wire(Uprobes.class);
    wire(Ksm.class);
    wire(Swap.class);
    wire(HugeZeroFolio.class);
    wire(TaskVmaIter.class);
    wire(FileAccess.class);
    wire(MempolicyReader.class);
    wire(BinderAlloc.class);
    wire(Coredump.class);
    wire(OomKill.class);
    wire(ExecStack.class);
    wire(AnonMigrate.class);
  }

  private Paths() {}

  private static void wire(Class<?> path) {
    wire(path, path);
  }

  private static void wire(Class<?> path, Class<?> newest) {
    NEWEST.put(path, newest);
  }

  static Map<Class<?>, Class<?>> newest() {
    return NEWEST;
  }

  /** The path that a class is an implementation of. */
  static Class<?> pathOf(Class<?> code) {
    Class<?> at = code;
    while (!NEWEST.containsKey(at)) {
      at = at.getSuperclass();
      if (at == null) {
        throw new IllegalArgumentException(code + " overrides no path of the kernel");
      }
    }
    return at;
  }
}
