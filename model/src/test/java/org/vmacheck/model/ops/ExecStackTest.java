package org.vmacheck.model.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vmacheck.model.OneProcess.READ;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.model.OneProcess;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/** The stack of a program that is started. */
final class ExecStackTest {

  static List<Release> releases() {
    return Releases.all();
  }

  private static long create(OneProcess world, long page) {
    return world.kernel.path(ExecStack.class).createInitStackVma(world.mm, page);
  }

  private static long place(OneProcess world, long top) {
    return world.kernel.path(ExecStack.class).setupArgPages(world.mm, top);
  }

  private static long migrate(OneProcess world, long index) {
    return world.kernel.path(AnonMigrate.class).migratePages(world.mm, index);
  }

  @ParameterizedTest
  @MethodSource("releases")
  void theArgumentsAreWhereTheStackEndsInTheEnd(Release release) {
    OneProcess world = OneProcess.of(release, 6);
    assertThat(create(world, 5)).isZero();
    world.write(5, 7);
    assertThat(place(world, 3)).isZero();
    assertThat(world.maps()).isEqualTo("2-3 rw");
    assertThat(world.read(2)).isEqualTo(7);
    assertThat(world.mm.pageTables.pmd(5).entry.plain()).isNull();
    assertThat(world.vma(2).vmFlags.plain() & (VmFlags.RAND_READ | VmFlags.SEQ_READ)).isZero();
  }

  @ParameterizedTest
  @MethodSource("releases")
  void aTableThatTheStackKeepsIsNotFreed(Release release) {
    OneProcess world = OneProcess.of(release, 6);
    create(world, 5);
    world.write(5, 7);
    assertThat(place(world, 5)).isZero();
    assertThat(world.maps()).isEqualTo("4-5 rw");
    assertThat(world.read(4)).isEqualTo(7);
  }

  @ParameterizedTest
  @MethodSource("releases")
  void nothingMayLieInBetween(Release release) {
    OneProcess world = OneProcess.of(release, 6);
    create(world, 5);
    world.map(3, 1, READ);
    assertThat(place(world, 3)).isEqualTo(-Errno.EFAULT);
    assertThat(create(world, 3)).isEqualTo(-Errno.ENOMEM);
  }

  @ParameterizedTest
  @MethodSource("releases")
  void migrationLeavesTheStackOutUntilItIsPlaced(Release release) {
    OneProcess world = OneProcess.of(release, 6);
    create(world, 5);
    world.write(5, 7);
    assertThat(migrate(world, 5)).isEqualTo(-Errno.EAGAIN);
    place(world, 6);
    assertThat(migrate(world, 5)).isZero();
    assertThat(world.read(5)).isEqualTo(7);
  }
}
