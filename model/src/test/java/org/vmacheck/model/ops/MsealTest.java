package org.vmacheck.model.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vmacheck.model.OneProcess.READ_WRITE;

import org.junit.jupiter.api.Test;
import org.vmacheck.model.Invariants;
import org.vmacheck.model.OneProcess;
import org.vmacheck.model.release.Releases;

/** Sealed memory. */
final class MsealTest {

  private final OneProcess world = OneProcess.of(Releases.newest(), 6);

  private long mseal(long start, long pages) {
    return world.kernel.path(Mseal.class).mseal(world.mm, start, pages);
  }

  private long munmap(long start, long pages) {
    return world.kernel.path(Munmap.class).munmap(world.mm, start, pages);
  }

  @Test
  void aSealSplitsAndWhatIsSealedAlikeMerges() {
    world.map(0, 4, READ_WRITE);
    assertThat(mseal(1, 1)).isZero();
    assertThat(world.maps()).isEqualTo("0-1 rw, 1-2 rw sl, 2-4 rw");
    assertThat(mseal(0, 4)).isZero();
    assertThat(world.maps()).isEqualTo("0-4 rw sl");
    new Invariants(world.kernel).check(world.mm);
  }

  @Test
  void aHoleIsRefusedAndNothingIsSealed() {
    world.map(0, 2, READ_WRITE);
    assertThat(mseal(0, 3)).isEqualTo(-Errno.ENOMEM);
    assertThat(world.maps()).isEqualTo("0-2 rw");
  }

  /** The VMAs before the sealed one are whole again, but stay split. */
  @Test
  void munmapOfMoreThanWhatIsSealedTakesNothingAway() {
    world.map(0, 4, READ_WRITE);
    mseal(2, 1);
    assertThat(munmap(1, 3)).isEqualTo(-Errno.EPERM);
    assertThat(world.maps()).isEqualTo("0-1 rw, 1-2 rw, 2-3 rw sl, 3-4 rw");
    assertThat(munmap(1, 1)).isZero();
    new Invariants(world.kernel).check(world.mm);
  }
}
