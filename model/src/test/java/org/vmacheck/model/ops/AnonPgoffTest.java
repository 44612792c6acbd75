package org.vmacheck.model.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vmacheck.model.OneProcess.READ_WRITE;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vmacheck.model.Invariants;
import org.vmacheck.model.OneProcess;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.release.Releases;

/** A private mapping of a file that was written and moved, and what continues it in the file. */
final class AnonPgoffTest {

  private OneProcess world;
  private AddressSpace file;

  private void boot(String release) {
    world = OneProcess.of(Releases.of(release), 8);
    file = world.kernel.newFile("f", 4);
  }

  private void move(long from, long to) {
    long flags = Mman.MREMAP_MAYMOVE | Mman.MREMAP_FIXED;
    assertThat(world.kernel.path(Mremap.class).mremap(world.mm, from, 1, 1, flags, to))
        .isEqualTo(to);
    new Invariants(world.kernel).check(world.mm);
  }

  @ParameterizedTest
  @CsvSource({"6.18, 2-4 rw", "7.2, 2-4 rw", "7.3, '2-3 rw, 3-4 rw'"})
  void sinceSevenThreeOneThatWasWrittenDoesNotMergeAfterAMove(String release, String maps) {
    boot(release);
    world.mapPrivate(file, 1, 0, 1, READ_WRITE);
    world.write(0, 7);
    move(0, 3);
    world.mapPrivate(file, 0, 2, 1, READ_WRITE);
    assertThat(world.maps()).isEqualTo(maps);
  }

  @ParameterizedTest
  @CsvSource({"6.18", "7.2", "7.3"})
  void oneThatWasNotWrittenMergesWhereverItIsMoved(String release) {
    boot(release);
    world.mapPrivate(file, 1, 0, 1, READ_WRITE);
    world.read(0);
    move(0, 3);
    world.mapPrivate(file, 0, 2, 1, READ_WRITE);
    assertThat(world.maps()).isEqualTo("2-4 rw");
  }

  @ParameterizedTest
  @CsvSource({"6.18", "7.2", "7.3"})
  void oneThatWasWrittenMergesWhereItWasWritten(String release) {
    boot(release);
    world.mapPrivate(file, 1, 3, 1, READ_WRITE);
    world.write(3, 7);
    move(3, 0);
    move(0, 3);
    world.mapPrivate(file, 0, 2, 1, READ_WRITE);
    assertThat(world.maps()).isEqualTo("2-4 rw");
  }

  @ParameterizedTest
  @CsvSource({"6.18", "7.2", "7.3"})
  void aSharedMappingHasNoPagesOfItsOwnAndMergesAnywhere(String release) {
    boot(release);
    world.mapShared(file, 1, 0, 1, READ_WRITE);
    world.write(0, 7);
    move(0, 3);
    world.mapShared(file, 0, 2, 1, READ_WRITE);
    assertThat(world.maps()).isEqualTo("2-4 rw");
  }
}
