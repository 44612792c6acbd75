package org.vmacheck.model.release;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vmacheck.model.patches.AcquireAfterWait;
import org.vmacheck.model.patches.AllocForCopyFirst;
import org.vmacheck.model.patches.AllowList;
import org.vmacheck.model.patches.AnonVmaLocked;
import org.vmacheck.model.patches.AnonVmaNeedsMmapLock;
import org.vmacheck.model.patches.AnonVmaUnderVmaLock;
import org.vmacheck.model.patches.AttachIsRelease;
import org.vmacheck.model.patches.BarrierBeforeSharing;
import org.vmacheck.model.patches.BarrierBeforeTest;
import org.vmacheck.model.patches.BarrierBeforeWake;
import org.vmacheck.model.patches.BeginIsAcquire;
import org.vmacheck.model.patches.BrkLocksNewVma;
import org.vmacheck.model.patches.BuildIdAfterUnlock;
import org.vmacheck.model.patches.BumpIsRelease;
import org.vmacheck.model.patches.CheckAddress;
import org.vmacheck.model.patches.CheckAnonVmaUnderLock;
import org.vmacheck.model.patches.CheckIsAcquire;
import org.vmacheck.model.patches.CheckPinBeforeMove;
import org.vmacheck.model.patches.CheckRemapEarly;
import org.vmacheck.model.patches.CheckStableAddressSpace;
import org.vmacheck.model.patches.CheckStableBeforeUnuse;
import org.vmacheck.model.patches.ClearMergeableOnly;
import org.vmacheck.model.patches.ClearNewTables;
import org.vmacheck.model.patches.ClearRefsIsWriter;
import org.vmacheck.model.patches.CollapseReadOnly;
import org.vmacheck.model.patches.CollapseWithReadLock;
import org.vmacheck.model.patches.CompatSetsFlags;
import org.vmacheck.model.patches.CopyKeepsGuards;
import org.vmacheck.model.patches.CopyMaybeGuard;
import org.vmacheck.model.patches.CopyToleratesNoTable;
import org.vmacheck.model.patches.CountAnonPagesApart;
import org.vmacheck.model.patches.CountUnderMmapLock;
import org.vmacheck.model.patches.CtxUnderVmaLock;
import org.vmacheck.model.patches.DestroyKeepsFlags;
import org.vmacheck.model.patches.DetachWaits;
import org.vmacheck.model.patches.DiscardKeepsSealed;
import org.vmacheck.model.patches.DiscardUnderVmaLock;
import org.vmacheck.model.patches.DoforkRefusesSpecial;
import org.vmacheck.model.patches.DowngradeBesideStack;
import org.vmacheck.model.patches.DowngradeEndsWriteLocks;
import org.vmacheck.model.patches.DowngradeLeavesNoGap;
import org.vmacheck.model.patches.DriverChecksOwner;
import org.vmacheck.model.patches.DumpUnderLock;
import org.vmacheck.model.patches.DupAnonVma;
import org.vmacheck.model.patches.DupCopiedAnonVma;
import org.vmacheck.model.patches.DupLeavesRefcnt;
import org.vmacheck.model.patches.DuplicateTree;
import org.vmacheck.model.patches.EmptyCollapseIsZero;
import org.vmacheck.model.patches.ExcludeReaders;
import org.vmacheck.model.patches.ExitDetaches;
import org.vmacheck.model.patches.ExitLocksMmap;
import org.vmacheck.model.patches.FailedMmapLeavesGap;
import org.vmacheck.model.patches.FaultAround;
import org.vmacheck.model.patches.FileBeforeAnonVma;
import org.vmacheck.model.patches.FileFaultsUnderVmaLock;
import org.vmacheck.model.patches.FindVmaAgain;
import org.vmacheck.model.patches.FlagBeforeMarker;
import org.vmacheck.model.patches.FlagInOneStep;
import org.vmacheck.model.patches.FlushBeforeDrop;
import org.vmacheck.model.patches.FlushBeforeUnlock;
import org.vmacheck.model.patches.FlushBeforeVmaUnlock;
import org.vmacheck.model.patches.FlushInsideTable;
import org.vmacheck.model.patches.ForbidZeroPage;
import org.vmacheck.model.patches.ForkChildIsNotMerged;
import org.vmacheck.model.patches.ForkLocksParent;
import org.vmacheck.model.patches.FreezeReferences;
import org.vmacheck.model.patches.GoOnAfterWarning;
import org.vmacheck.model.patches.GoOnFromLockedEnd;
import org.vmacheck.model.patches.GrowUnderWriteLock;
import org.vmacheck.model.patches.GuardUnderVmaLock;
import org.vmacheck.model.patches.HideBeforeFree;
import org.vmacheck.model.patches.HugeEntryIsLocked;
import org.vmacheck.model.patches.HugeZeroLock;
import org.vmacheck.model.patches.HugetlbUnderVmaLock;
import org.vmacheck.model.patches.IncrementIsAcquire;
import org.vmacheck.model.patches.IncrementNotZero;
import org.vmacheck.model.patches.InstallAgain;
import org.vmacheck.model.patches.InstallGuards;
import org.vmacheck.model.patches.InstallOverMarkers;
import org.vmacheck.model.patches.KeepProtectionMode;
import org.vmacheck.model.patches.KeepSourceOfDontunmap;
import org.vmacheck.model.patches.KillableFork;
import org.vmacheck.model.patches.KilledWaitLetsReadersIn;
import org.vmacheck.model.patches.LinkWhenComplete;
import org.vmacheck.model.patches.LockBeforeDup;
import org.vmacheck.model.patches.LockBeforeDupAnonVma;
import org.vmacheck.model.patches.LockBeforeExpansion;
import org.vmacheck.model.patches.LockBeforeNewFlags;
import org.vmacheck.model.patches.LockBeforePmdCheck;
import org.vmacheck.model.patches.LockFileVmas;
import org.vmacheck.model.patches.LockOnce;
import org.vmacheck.model.patches.LockSeqIsMarked;
import org.vmacheck.model.patches.LockSeqIsOrdered;
import org.vmacheck.model.patches.LockTargetBeforeSample;
import org.vmacheck.model.patches.LockedComesWithIo;
import org.vmacheck.model.patches.LocksLastUntilUnlock;
import org.vmacheck.model.patches.LookAgainForAnonVma;
import org.vmacheck.model.patches.MapsUnderVmaLock;
import org.vmacheck.model.patches.MarkSpeculatedFields;
import org.vmacheck.model.patches.MbindLocksVmas;
import org.vmacheck.model.patches.MergeComparesFlags;
import org.vmacheck.model.patches.MergeKeepsAnonVmasApart;
import org.vmacheck.model.patches.MergeKeepsSticky;
import org.vmacheck.model.patches.MergeUnfaultedTarget;
import org.vmacheck.model.patches.MlockCount;
import org.vmacheck.model.patches.MmBeforeDecrement;
import org.vmacheck.model.patches.MmLockSeqcount;
import org.vmacheck.model.patches.MmWrLocked;
import org.vmacheck.model.patches.MmapLocksNewVma;
import org.vmacheck.model.patches.MmgetNotZero;
import org.vmacheck.model.patches.MovePages;
import org.vmacheck.model.patches.MoveRegisteredApart;
import org.vmacheck.model.patches.MoveSeveralVmas;
import org.vmacheck.model.patches.MoveTableUnderRmapLocks;
import org.vmacheck.model.patches.MpolPutWaits;
import org.vmacheck.model.patches.MprotectIsWriter;
import org.vmacheck.model.patches.MprotectLocksVma;
import org.vmacheck.model.patches.MunmapKeepsSealed;
import org.vmacheck.model.patches.NameLeavesFlags;
import org.vmacheck.model.patches.NeedRmapLocks;
import org.vmacheck.model.patches.NewVmaIsLocked;
import org.vmacheck.model.patches.NoEarlyExit;
import org.vmacheck.model.patches.NoPerVmaLock;
import org.vmacheck.model.patches.OddIsOrdered;
import org.vmacheck.model.patches.OddIsRelease;
import org.vmacheck.model.patches.OverwriteInOneStep;
import org.vmacheck.model.patches.PageTableCheck;
import org.vmacheck.model.patches.PinForeignMm;
import org.vmacheck.model.patches.PmdInstallChecks;
import org.vmacheck.model.patches.PmdInstallOrders;
import org.vmacheck.model.patches.PmdSame;
import org.vmacheck.model.patches.PmlForUffd;
import org.vmacheck.model.patches.PmlOverBothSteps;
import org.vmacheck.model.patches.PositionIsLastEnd;
import org.vmacheck.model.patches.PrepareBeforeMerge;
import org.vmacheck.model.patches.PrepareKeepsVmaLock;
import org.vmacheck.model.patches.PrepareUnderVmaLock;
import org.vmacheck.model.patches.PrintFromLastEnd;
import org.vmacheck.model.patches.ProtectInOneStep;
import org.vmacheck.model.patches.PteFreeWaits;
import org.vmacheck.model.patches.PublishAnonVma;
import org.vmacheck.model.patches.PublishBeforeTest;
import org.vmacheck.model.patches.QueryHasItsOwnContext;
import org.vmacheck.model.patches.ReadersAreLimited;
import org.vmacheck.model.patches.ReattachVmas;
import org.vmacheck.model.patches.RecheckAnonVma;
import org.vmacheck.model.patches.RecheckCopyTarget;
import org.vmacheck.model.patches.RecheckEmptyTable;
import org.vmacheck.model.patches.RecheckEntries;
import org.vmacheck.model.patches.RecheckGap;
import org.vmacheck.model.patches.RecheckGrowth;
import org.vmacheck.model.patches.RecheckMigrated;
import org.vmacheck.model.patches.RecheckMoveTarget;
import org.vmacheck.model.patches.RecheckMovedTable;
import org.vmacheck.model.patches.RecheckPinnedEntry;
import org.vmacheck.model.patches.RecheckPmdState;
import org.vmacheck.model.patches.RecheckSequence;
import org.vmacheck.model.patches.RecheckTruncated;
import org.vmacheck.model.patches.ReclaimPageTables;
import org.vmacheck.model.patches.RefuseOdd;
import org.vmacheck.model.patches.RefusedReaderPuts;
import org.vmacheck.model.patches.RemoveOnlyMarkers;
import org.vmacheck.model.patches.RestartWalk;
import org.vmacheck.model.patches.RetestUnderPtl;
import org.vmacheck.model.patches.RetractWithoutMmapLock;
import org.vmacheck.model.patches.RetryCompares;
import org.vmacheck.model.patches.RetryIsOrdered;
import org.vmacheck.model.patches.RetryPin;
import org.vmacheck.model.patches.ReturnMergedFlags;
import org.vmacheck.model.patches.RmapMakesNoEntry;
import org.vmacheck.model.patches.RollupGoesOn;
import org.vmacheck.model.patches.SampleMiddleUnderLock;
import org.vmacheck.model.patches.SampleStickyUnderLock;
import org.vmacheck.model.patches.ScanPagemap;
import org.vmacheck.model.patches.ScanProtectsInline;
import org.vmacheck.model.patches.SealMappings;
import org.vmacheck.model.patches.SecondIsTried;
import org.vmacheck.model.patches.SetMaybeGuard;
import org.vmacheck.model.patches.ShareCountIsApart;
import org.vmacheck.model.patches.ShowCompleteMm;
import org.vmacheck.model.patches.SkipDetached;
import org.vmacheck.model.patches.SkipTemporaryStack;
import org.vmacheck.model.patches.SleepUntilWoken;
import org.vmacheck.model.patches.SmapsUnderVmaLock;
import org.vmacheck.model.patches.SnapshotForProgram;
import org.vmacheck.model.patches.SoftdirtyIsSticky;
import org.vmacheck.model.patches.SpeculateByVmLockSeq;
import org.vmacheck.model.patches.SplitLocksNewVma;
import org.vmacheck.model.patches.SplitLocksVma;
import org.vmacheck.model.patches.StickyBeforeCommit;
import org.vmacheck.model.patches.StoreBrkUnderLock;
import org.vmacheck.model.patches.StoreLockSeq;
import org.vmacheck.model.patches.SwapUnderVmaLock;
import org.vmacheck.model.patches.TakePtl;
import org.vmacheck.model.patches.TearDownInFork;
import org.vmacheck.model.patches.TestChildsFlags;
import org.vmacheck.model.patches.TestDetached;
import org.vmacheck.model.patches.TestExitBeforeWalk;
import org.vmacheck.model.patches.TestMaybeGuard;
import org.vmacheck.model.patches.Tlb;
import org.vmacheck.model.patches.TreeNodes;
import org.vmacheck.model.patches.TrylockUnderVmaLock;
import org.vmacheck.model.patches.UffdUnderVmaLock;
import org.vmacheck.model.patches.UncheckedFlagStores;
import org.vmacheck.model.patches.UnfaultedIsMerged;
import org.vmacheck.model.patches.UnmapCopies;
import org.vmacheck.model.patches.UnshareUnderLocks;
import org.vmacheck.model.patches.UnshareWaits;
import org.vmacheck.model.patches.UserfaultIsLast;
import org.vmacheck.model.patches.UserfaultUnderVmaLock;
import org.vmacheck.model.patches.VmRefcnt;
import org.vmacheck.model.patches.VmaLockBeforeFile;
import org.vmacheck.model.patches.VmaPrepareLocksFile;
import org.vmacheck.model.patches.VmasAreTypesafe;
import org.vmacheck.model.patches.WakeDetacher;
import org.vmacheck.model.patches.WalkLocksVmas;
import org.vmacheck.model.patches.WipeOnFork;
import org.vmacheck.model.patches.WritersAreExclusive;
import org.vmacheck.model.patches.WrprotectOneBit;
import org.vmacheck.model.patches.ZapFreesFirst;

/** Every patch of {@code org.vmacheck.model.patches}: a line each. */
public final class Patches {

  private static final List<Patch> ALL =
      Stream.of(
              // commits, oldest first
              CheckAnonVmaUnderLock.class,
              ForkLocksParent.class,
              GrowUnderWriteLock.class,
              LockBeforeExpansion.class,
              LockBeforeDupAnonVma.class,
              LockSeqIsOrdered.class,
              MbindLocksVmas.class,
              MmapLocksNewVma.class,
              DowngradeBesideStack.class,
              WalkLocksVmas.class,
              PmdSame.class,
              BrkLocksNewVma.class,
              CollapseWithReadLock.class,
              CtxUnderVmaLock.class,
              LockFileVmas.class,
              RetractWithoutMmapLock.class,
              SplitLocksNewVma.class,
              SwapUnderVmaLock.class,
              UserfaultUnderVmaLock.class,
              ZapFreesFirst.class,
              FileFaultsUnderVmaLock.class,
              ScanPagemap.class,
              DuplicateTree.class,
              MovePages.class,
              HugetlbUnderVmaLock.class,
              LinkWhenComplete.class,
              UffdUnderVmaLock.class,
              PrepareUnderVmaLock.class,
              SealMappings.class,
              CopyToleratesNoTable.class,
              OverwriteInOneStep.class,
              RecheckMovedTable.class,
              ShareCountIsApart.class,
              CheckStableAddressSpace.class,
              UnshareUnderLocks.class,
              UnshareWaits.class,
              HugeEntryIsLocked.class,
              CheckStableBeforeUnuse.class,
              ClearMergeableOnly.class,
              TestMaybeGuard.class,
              SoftdirtyIsSticky.class,
              ReturnMergedFlags.class,
              GuardUnderVmaLock.class,
              KillableFork.class,
              LockTargetBeforeSample.class,
              DoforkRefusesSpecial.class,
              SampleStickyUnderLock.class,
              VmRefcnt.class,
              MmLockSeqcount.class,
              MapsUnderVmaLock.class,
              DiscardUnderVmaLock.class,
              SetMaybeGuard.class,
              InstallGuards.class,
              MergeUnfaultedTarget.class,
              ReclaimPageTables.class,
              MoveSeveralVmas.class,
              TearDownInFork.class,
              UncheckedFlagStores.class,
              PublishAnonVma.class,
              SmapsUnderVmaLock.class,
              KeepSourceOfDontunmap.class,
              CountAnonPagesApart.class,
              KeepProtectionMode.class,
              EmptyCollapseIsZero.class,
              InstallOverMarkers.class,
              MoveRegisteredApart.class,
              CopyKeepsGuards.class,
              AllocForCopyFirst.class,
              CheckRemapEarly.class,
              CollapseReadOnly.class,
              // steps that every kernel has
              ExcludeReaders.class,
              FlagBeforeMarker.class,
              FlagInOneStep.class,
              RetestUnderPtl.class,
              CheckAddress.class,
              RecheckSequence.class,
              CheckIsAcquire.class,
              BumpIsRelease.class,
              IncrementIsAcquire.class,
              AttachIsRelease.class,
              RefusedReaderPuts.class,
              IncrementNotZero.class,
              ReadersAreLimited.class,
              DetachWaits.class,
              DowngradeLeavesNoGap.class,
              TrylockUnderVmaLock.class,
              RecheckGap.class,
              SkipTemporaryStack.class,
              DupLeavesRefcnt.class,
              TakePtl.class,
              PmdInstallChecks.class,
              PteFreeWaits.class,
              RemoveOnlyMarkers.class,
              InstallAgain.class,
              RecheckAnonVma.class,
              AnonVmaNeedsMmapLock.class,
              CopyMaybeGuard.class,
              WipeOnFork.class,
              MergeComparesFlags.class,
              ForkChildIsNotMerged.class,
              UnfaultedIsMerged.class,
              MergeKeepsAnonVmasApart.class,
              DupAnonVma.class,
              VmaPrepareLocksFile.class,
              ExitDetaches.class,
              HideBeforeFree.class,
              MmgetNotZero.class,
              PinForeignMm.class,
              PmdInstallOrders.class,
              RecheckGrowth.class,
              FindVmaAgain.class,
              NewVmaIsLocked.class,
              KilledWaitLetsReadersIn.class,
              ReattachVmas.class,
              MunmapKeepsSealed.class,
              DiscardKeepsSealed.class,
              MprotectLocksVma.class,
              SplitLocksVma.class,
              MmWrLocked.class,
              MergeKeepsSticky.class,
              StoreLockSeq.class,
              SkipDetached.class,
              DowngradeEndsWriteLocks.class,
              LockOnce.class,
              AllowList.class,
              TestChildsFlags.class,
              RefuseOdd.class,
              RetryCompares.class,
              BeginIsAcquire.class,
              RetryIsOrdered.class,
              OddIsOrdered.class,
              LockSeqIsMarked.class,
              MmBeforeDecrement.class,
              PublishBeforeTest.class,
              BarrierBeforeTest.class,
              BarrierBeforeWake.class,
              WakeDetacher.class,
              AnonVmaUnderVmaLock.class,
              LocksLastUntilUnlock.class,
              PositionIsLastEnd.class,
              MprotectIsWriter.class,
              FileBeforeAnonVma.class,
              RecheckTruncated.class,
              UnmapCopies.class,
              NeedRmapLocks.class,
              LockBeforePmdCheck.class,
              RecheckEmptyTable.class,
              RmapMakesNoEntry.class,
              WritersAreExclusive.class,
              PrepareBeforeMerge.class,
              CompatSetsFlags.class,
              FailedMmapLeavesGap.class,
              RecheckEntries.class,
              RecheckPinnedEntry.class,
              FreezeReferences.class,
              DupCopiedAnonVma.class,
              RollupGoesOn.class,
              AnonVmaLocked.class,
              RetryPin.class,
              WrprotectOneBit.class,
              StoreBrkUnderLock.class,
              RecheckMigrated.class,
              QueryHasItsOwnContext.class,
              RestartWalk.class,
              VmasAreTypesafe.class,
              ExitLocksMmap.class,
              DumpUnderLock.class,
              CountUnderMmapLock.class,
              DriverChecksOwner.class,
              MpolPutWaits.class,
              FlushBeforeUnlock.class,
              MoveTableUnderRmapLocks.class,
              FlushInsideTable.class,
              RecheckPmdState.class,
              ClearRefsIsWriter.class,
              ScanProtectsInline.class,
              PmlForUffd.class,
              RecheckMoveTarget.class,
              SecondIsTried.class,
              RecheckCopyTarget.class,
              ProtectInOneStep.class,
              BuildIdAfterUnlock.class,
              SnapshotForProgram.class,
              GoOnFromLockedEnd.class,
              HugeZeroLock.class,
              ShowCompleteMm.class,
              VmaLockBeforeFile.class,
              PrepareKeepsVmaLock.class,
              TestDetached.class,
              TestExitBeforeWalk.class,
              DestroyKeepsFlags.class,
              LockedComesWithIo.class,
              CheckPinBeforeMove.class,
              LookAgainForAnonVma.class,
              UserfaultIsLast.class,
              // proposals and configurations
              TreeNodes.class,
              AcquireAfterWait.class,
              SampleMiddleUnderLock.class,
              OddIsRelease.class,
              NoPerVmaLock.class,
              SleepUntilWoken.class,
              NoEarlyExit.class,
              MarkSpeculatedFields.class,
              SpeculateByVmLockSeq.class,
              ClearNewTables.class,
              FaultAround.class,
              ForbidZeroPage.class,
              FlushBeforeVmaUnlock.class,
              LockBeforeDup.class,
              LockBeforeNewFlags.class,
              NameLeavesFlags.class,
              BarrierBeforeSharing.class,
              PmlOverBothSteps.class,
              PrintFromLastEnd.class,
              Tlb.class,
              FlushBeforeDrop.class,
              MlockCount.class,
              GoOnAfterWarning.class,
              PageTableCheck.class,
              StickyBeforeCommit.class)
          .map(Patch::of)
          .toList();

  private Patches() {}

  public static List<Patch> all() {
    return ALL;
  }

  /** The patch of a slug. */
  public static Optional<Patch> named(String slug) {
    return ALL.stream().filter(patch -> patch.slug().equals(slug)).findFirst();
  }
}
