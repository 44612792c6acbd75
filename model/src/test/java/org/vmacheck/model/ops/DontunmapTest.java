package org.vmacheck.model.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vmacheck.model.OneProcess.READ_WRITE;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vmacheck.model.Invariants;
import org.vmacheck.model.OneProcess;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.release.Releases;

/** What MREMAP_DONTUNMAP leaves behind. */
final class DontunmapTest {

  private OneProcess world;

  private void boot(String release) {
    world = OneProcess.of(Releases.of(release), 8);
  }

  private void dontunmap(long from, long pages, long to) {
    long flags = Mman.MREMAP_MAYMOVE | Mman.MREMAP_FIXED | Mman.MREMAP_DONTUNMAP;
    long moved = world.kernel.path(Mremap.class).mremap(world.mm, from, pages, pages, flags, to);
    assertThat(moved).isEqualTo(to);
    new Invariants(world.kernel).check(world.mm);
  }

  @ParameterizedTest
  @CsvSource({"6.18, 0-4 rw", "7.1, 0-4 rw", "7.2, '0-2 rw, 2-4 rw'", "7.3, '0-2 rw, 2-4 rw'"})
  void sinceSevenTwoASourceDoesNotMergeWithItsCopy(String release, String maps) {
    boot(release);
    world.map(0, 2, READ_WRITE);
    dontunmap(0, 2, 2);
    assertThat(world.maps()).isEqualTo(maps);
  }

  @ParameterizedTest
  @CsvSource({"6.18, 0", "7.1, 0", "7.2, 4", "7.3, 4"})
  void sinceSevenTwoAnEmptySourceCountsItsPagesFromWhereItIs(String release, long pgoff) {
    boot(release);
    world.map(0, 2, READ_WRITE);
    world.write(0, 1);
    world.kernel.path(Mremap.class).mremap(world.mm, 0, 2, 2, 3, 4);
    dontunmap(4, 2, 6);
    assertThat(world.pages()).isEqualTo("......p.");
    assertThat(world.vma(4).vmPgoff.plain()).isEqualTo(pgoff);
    assertThat(world.vma(4).anonVma.plain()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"6.18, false", "7.1, false", "7.2, true", "7.3, true"})
  void sinceSevenTwoOnlyWhatWasMovedIsUnlocked(String release, boolean restLocked) {
    boot(release);
    world.map(0, 4, READ_WRITE);
    world.kernel.path(Mlock.class).mlock(world.mm, 0, 4);
    dontunmap(1, 2, 5);
    assertThat(isLocked(0)).isEqualTo(restLocked);
    assertThat(isLocked(1)).isFalse();
    assertThat(isLocked(3)).isEqualTo(restLocked);
    assertThat(isLocked(5)).isTrue();
  }

  private boolean isLocked(long page) {
    return (world.vma(page).vmFlags.plain() & VmFlags.LOCKED) != 0;
  }
}
