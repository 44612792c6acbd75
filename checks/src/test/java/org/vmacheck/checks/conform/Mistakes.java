package org.vmacheck.checks.conform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.ops.Brk;
import org.vmacheck.model.ops.Errno;
import org.vmacheck.model.ops.Fork;
import org.vmacheck.model.ops.GuardRegions;
import org.vmacheck.model.ops.MergePredicates;
import org.vmacheck.model.ops.Mlock;
import org.vmacheck.model.ops.MoveVma;
import org.vmacheck.model.ops.Munmap;
import org.vmacheck.model.ops.Rmap;
import org.vmacheck.model.ops.TlbFlush.MmuGather;
import org.vmacheck.model.ops.VmaCommit;
import org.vmacheck.model.ops.VmaIterator;
import org.vmacheck.model.ops.VmaMerge;
import org.vmacheck.model.ops.VmaMergeStruct;
import org.vmacheck.model.ops.VmaModify;
import org.vmacheck.model.ops.VmaRemap;
import org.vmacheck.model.ops.VmaSplit;
import org.vmacheck.model.ops.Zap;
import org.vmacheck.model.patches.MoveRegisteredApart;
import org.vmacheck.model.release.Patch;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/** Deliberate mistakes in the model; the comparison has to find each of them. */
final class Mistakes {

  private Mistakes() {}

  /** Releases with one mistake each, by what the mistake is. */
  static Map<String, Release> all() {
    Release right = ModelSide.stock(Releases.of("6.18"));
    Map<String, Release> mistakes = new LinkedHashMap<>();
    mistakes.put(
        "a range never merges into the VMA before it", right.patched(Patch.of(NoMergeLeft.class)));
    mistakes.put(
        "a range never closes the gap between two VMAs",
        right.patched(Patch.of(NoMergeBoth.class)));
    mistakes.put(
        "a forked child's VMA merges like any other", right.patched(Patch.of(ForkedMerges.class)));
    mistakes.put(
        "VMAs that differ in DONTCOPY merge", right.patched(Patch.of(DontcopyIgnored.class)));
    mistakes.put(
        "the sticky flag of a merged part is lost",
        right.patched(Patch.of(StickyLostInMerge.class)));
    mistakes.put(
        "mprotect stores its own flags over a merged VMA's (race A5)",
        right.patched(Patch.of(OwnFlagsAfterMerge.class)));
    mistakes.put(
        "the page offset after a split is off by a page",
        right.patched(Patch.of(SplitOffByAPage.class)));
    mistakes.put("munmap leaves the last page", right.patched(Patch.of(LastPageStays.class)));
    mistakes.put(
        "munmap of nothing says ENOMEM, not EINVAL", right.patched(Patch.of(WrongErrno.class)));
    mistakes.put("DONTNEED removes guards", right.patched(Patch.of(ZapTakesGuards.class)));
    mistakes.put("guard remove clears VM_MAYBE_GUARD", right.patched(Patch.of(RemoveClears.class)));
    mistakes.put(
        "fork does not copy a VMA with guards but without an anon_vma",
        right.patched(Patch.of(ForkIgnoresGuards.class)));
    mistakes.put("mlock populates nothing", right.patched(Patch.of(LockOnly.class)));
    mistakes.put(
        "a new anon_vma is never shared with a neighbour",
        right.patched(Patch.of(OwnAnonVma.class)));
    mistakes.put(
        "a merge at mremap's destination forgets the source's anon_vma (7.0)",
        right.patched(Patch.of(CopiedFromNobody.class)));
    mistakes.put("brk forgets where it has moved the end", right.patched(Patch.of(NoBrk.class)));
    mistakes.put("mremap takes write-protection along", right.patched(Patch.of(MarksMove.class)));
    return mistakes;
  }

  static final class NoBrk extends Brk {
    NoBrk(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected void storeBrkAndUnlock(MmStruct mm, long brk) {
      kernel.path(MmapLock.class).mmapWriteUnlock(mm);
    }
  }

  static final class MarksMove extends MoveRegisteredApart {
    MarksMove(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected boolean needClearUffd(VmaRemap vrm) {
      return false;
    }
  }

  static final class NoMergeLeft extends MergePredicates {
    @Override
    public boolean canVmaMergeLeft(VmaMergeStruct vmg) {
      return false;
    }
  }

  static final class NoMergeBoth extends MergePredicates {
    @Override
    public boolean canVmaMergeBoth(VmaMergeStruct vmg) {
      return false;
    }
  }

  static final class ForkedMerges extends MergePredicates {
    @Override
    protected boolean isForkChild(VmArea vma) {
      return false;
    }
  }

  static final class DontcopyIgnored extends MergePredicates {
    @Override
    protected long ignoredFlags() {
      return VmFlags.IGNORE_MERGE | VmFlags.DONTCOPY;
    }
  }

  static final class StickyLostInMerge extends VmaMerge {
    StickyLostInMerge(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected void commitMerge(
        VmaMergeStruct vmg, VmaCommit commit, Runnable adjust, long stickyFlags) {
      super.commitMerge(vmg, commit, adjust, stickyFlags & ~VmFlags.MAYBE_GUARD);
    }
  }

  static final class OwnFlagsAfterMerge extends VmaModify {
    OwnFlagsAfterMerge(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected long flagsAfterMerge(VmArea merged, long requested) {
      return requested;
    }
  }

  static final class SplitOffByAPage extends VmaSplit {
    SplitOffByAPage(Kernel kernel) {
      super(kernel);
    }

    @Override
    public boolean splitOffAbove(VmArea vma, long page) {
      boolean split = super.splitOffAbove(vma, page);
      VmArea above = kernel.path(VmaIterator.class).vmaIterLoad(vma.vmMm.plain()).walk(page);
      above.vmPgoff.plain(above.vmPgoff.plain() + 1);
      return split;
    }
  }

  static final class LastPageStays extends Munmap {
    LastPageStays(Kernel kernel) {
      super(kernel);
    }

    @Override
    public long munmap(MmStruct mm, long start, long pages) {
      return super.munmap(mm, start, pages > 1 ? pages - 1 : pages);
    }
  }

  static final class WrongErrno extends Munmap {
    WrongErrno(Kernel kernel) {
      super(kernel);
    }

    @Override
    public long munmap(MmStruct mm, long start, long pages) {
      return pages == 0 ? -Errno.ENOMEM : super.munmap(mm, start, pages);
    }
  }

  static final class ZapTakesGuards extends Zap {
    ZapTakesGuards(Kernel kernel) {
      super(kernel);
    }

    @Override
    public void zapVmaRangeBatched(VmArea vma, long start, long end, MmuGather tlb) {
      unmapVmas(vma.vmMm.plain(), List.of(vma), start, end);
    }
  }

  static final class RemoveClears extends GuardRegions {
    RemoveClears(Kernel kernel) {
      super(kernel);
    }

    @Override
    public long madviseGuardRemove(VmArea vma, long start, long end) {
      vma.vmFlags.clearBit(VmFlags.MAYBE_GUARD_BIT);
      return super.madviseGuardRemove(vma, start, end);
    }
  }

  static final class ForkIgnoresGuards extends Fork {
    ForkIgnoresGuards(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected boolean vmaNeedsCopy(VmArea dst, VmArea src) {
      return src.anonVma.plain() != null;
    }
  }

  static final class LockOnly extends Mlock {
    LockOnly(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected long populate(MmStruct mm, long start, long end) {
      return 0;
    }
  }

  static final class OwnAnonVma extends Rmap {
    OwnAnonVma(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected boolean anonVmaCompatible(VmArea below, VmArea above) {
      return false;
    }
  }

  static final class CopiedFromNobody extends MoveVma {
    CopiedFromNobody(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected VmArea copiedFrom(VmArea vma) {
      return null;
    }
  }
}
