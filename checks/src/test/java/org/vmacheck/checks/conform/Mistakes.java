package org.vmacheck.checks.conform;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.ops.Errno;
import org.vmacheck.model.ops.Fork;
import org.vmacheck.model.ops.GuardRegions;
import org.vmacheck.model.ops.MergePredicates;
import org.vmacheck.model.ops.Mlock;
import org.vmacheck.model.ops.MoveVma;
import org.vmacheck.model.ops.Munmap;
import org.vmacheck.model.ops.Rmap;
import org.vmacheck.model.ops.VmaMerge;
import org.vmacheck.model.ops.VmaMergeStruct;
import org.vmacheck.model.ops.VmaModify;
import org.vmacheck.model.ops.VmaSplit;
import org.vmacheck.model.ops.Zap;

/** Deliberate mistakes in the model; the comparison has to find each of them. */
final class Mistakes {

  private Mistakes() {}

  /** Releases with one mistake each, by what the mistake is. */
  static Map<String, Kernel.Release> all() {
    Kernel.Release right = ModelSide.running();
    Map<String, Kernel.Release> mistakes = new LinkedHashMap<>();
    mistakes.put(
        "a range never merges into the VMA before it",
        right.with(MergePredicates.class, kernel -> new NoMergeLeft()));
    mistakes.put(
        "a range never closes the gap between two VMAs",
        right.with(MergePredicates.class, kernel -> new NoMergeBoth()));
    mistakes.put(
        "a forked child's VMA merges like any other",
        right.with(MergePredicates.class, kernel -> new ForkedMerges()));
    mistakes.put(
        "VMAs that differ in DONTCOPY merge",
        right.with(MergePredicates.class, kernel -> new DontcopyIgnored()));
    mistakes.put(
        "the sticky flag of a merged part is lost",
        right.with(VmaMerge.class, StickyLostInMerge::new));
    mistakes.put(
        "mprotect stores its own flags over a merged VMA's (race A5)",
        right.with(VmaModify.class, OwnFlagsAfterMerge::new));
    mistakes.put(
        "the page offset behind a split is off by a page",
        right.with(VmaSplit.class, SplitOffByAPage::new));
    mistakes.put("munmap leaves the last page", right.with(Munmap.class, LastPageStays::new));
    mistakes.put(
        "munmap of nothing says ENOMEM, not EINVAL", right.with(Munmap.class, WrongErrno::new));
    mistakes.put("DONTNEED removes guards", right.with(Zap.class, ZapTakesGuards::new));
    mistakes.put(
        "guard remove clears VM_MAYBE_GUARD", right.with(GuardRegions.class, RemoveClears::new));
    mistakes.put(
        "fork does not copy a VMA with guards but without an anon_vma",
        right.with(Fork.class, ForkIgnoresGuards::new));
    mistakes.put("mlock populates nothing", right.with(Mlock.class, LockOnly::new));
    mistakes.put(
        "a new anon_vma is never shared with a neighbour", right.with(Rmap.class, OwnAnonVma::new));
    mistakes.put(
        "a merge at mremap's destination forgets the source's anon_vma (7.0)",
        right.with(MoveVma.class, CopiedFromNobody::new));
    return mistakes;
  }

  private static final class NoMergeLeft extends MergePredicates {
    @Override
    public boolean canVmaMergeLeft(VmaMergeStruct vmg) {
      return false;
    }
  }

  private static final class NoMergeBoth extends MergePredicates {
    @Override
    public boolean canVmaMergeBoth(VmaMergeStruct vmg) {
      return false;
    }
  }

  private static final class ForkedMerges extends MergePredicates {
    @Override
    protected boolean isForkChild(VmArea vma) {
      return false;
    }
  }

  private static final class DontcopyIgnored extends MergePredicates {
    @Override
    protected long ignoredFlags() {
      return VmFlags.IGNORE_MERGE | VmFlags.DONTCOPY;
    }
  }

  private static final class StickyLostInMerge extends VmaMerge {
    StickyLostInMerge(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected long sampleAndLock(VmaMergeStruct vmg, boolean removeNext) {
      return super.sampleAndLock(vmg, removeNext) & ~VmFlags.MAYBE_GUARD;
    }
  }

  private static final class OwnFlagsAfterMerge extends VmaModify {
    OwnFlagsAfterMerge(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected long flagsAfterMerge(VmArea merged, long requested) {
      return requested;
    }
  }

  private static final class SplitOffByAPage extends VmaSplit {
    SplitOffByAPage(Kernel kernel) {
      super(kernel);
    }

    @Override
    public void splitOffAbove(VmArea vma, long page) {
      super.splitOffAbove(vma, page);
      VmArea above = kernel.tree().vmaIterLoad(vma.vmMm.plain()).walk(page);
      above.vmPgoff.plain(above.vmPgoff.plain() + 1);
    }
  }

  private static final class LastPageStays extends Munmap {
    LastPageStays(Kernel kernel) {
      super(kernel);
    }

    @Override
    public long munmap(MmStruct mm, long start, long pages) {
      return super.munmap(mm, start, pages > 1 ? pages - 1 : pages);
    }
  }

  private static final class WrongErrno extends Munmap {
    WrongErrno(Kernel kernel) {
      super(kernel);
    }

    @Override
    public long munmap(MmStruct mm, long start, long pages) {
      return pages == 0 ? -Errno.ENOMEM : super.munmap(mm, start, pages);
    }
  }

  private static final class ZapTakesGuards extends Zap {
    ZapTakesGuards(Kernel kernel) {
      super(kernel);
    }

    @Override
    public void zapPageRangeSingle(MmStruct mm, long start, long end) {
      unmapVmas(mm, start, end);
    }
  }

  private static final class RemoveClears extends GuardRegions {
    RemoveClears(Kernel kernel) {
      super(kernel);
    }

    @Override
    public long madviseGuardRemove(VmArea vma, long start, long end) {
      vma.vmFlags.clearBit(VmFlags.MAYBE_GUARD_BIT);
      return super.madviseGuardRemove(vma, start, end);
    }
  }

  private static final class ForkIgnoresGuards extends Fork {
    ForkIgnoresGuards(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected boolean vmaNeedsCopy(VmArea dst, VmArea src) {
      return src.anonVma.plain() != null;
    }
  }

  private static final class LockOnly extends Mlock {
    LockOnly(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected long populate(MmStruct mm, long start, long end) {
      return 0;
    }
  }

  private static final class OwnAnonVma extends Rmap {
    OwnAnonVma(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected boolean anonVmaCompatible(VmArea below, VmArea above) {
      return false;
    }
  }

  private static final class CopiedFromNobody extends MoveVma {
    CopiedFromNobody(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected VmArea copiedFrom(VmArea vma) {
      return null;
    }
  }
}
