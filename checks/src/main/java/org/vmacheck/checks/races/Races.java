package org.vmacheck.checks.races;

import java.util.List;

/** The catalogue of races. */
public final class Races {

  private static final List<Race> ALL =
      List.of(
          GuardRetractUnchecked.RACE,
          GuardRetractOptimisticOnly.RACE,
          GuardMarkerBeforeFlag.RACE,
          StickySampledBeforeWriteLock.RACE,
          StickyOverwrittenByRequestedFlags.RACE,
          StaleFlagsSnapshot.MPROTECT,
          StaleFlagsSnapshot.MERGE,
          StaleFlagsSnapshot.SPLIT,
          StickyPublishedAfterMergeCommit.RACE,
          GuardInstallDetachedTable.RACE);

  private Races() {}

  public static List<Race> all() {
    return ALL;
  }
}
