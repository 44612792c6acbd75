package org.vmacheck.model.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vmacheck.model.World.READ;
import static org.vmacheck.model.World.READ_WRITE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.model.World;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/** The assertions of the kernel's guard-regions selftest that the model can make. */
final class GuardRegionsTest {

  static java.util.List<Release> releases() {
    return Releases.all();
  }

  @ParameterizedTest
  @MethodSource("releases")
  void everyAccessToAGuardIsFatalUntilItIsRemoved(Release release) {
    World world = World.of(release, 4);
    world.map(0, 4, READ_WRITE);
    assertThat(world.guard(1, 2)).isZero();
    assertThat(world.pages()).isEqualTo(".gg.");
    assertThat(world.read(1)).isEqualTo(UserAccess.SIGSEGV);
    assertThat(world.write(2, 7)).isEqualTo(UserAccess.SIGSEGV);
    assertThat(world.write(3, 7)).isZero();

    assertThat(world.unguard(0, 4)).isZero();
    assertThat(world.write(1, 8)).isZero();
    assertThat(world.read(1)).isEqualTo(8);
    assertThat(world.read(3)).isEqualTo(7);
  }

  @ParameterizedTest
  @MethodSource("releases")
  void theFlagIsSetByInstallAndStaysBehindRemove(Release release) {
    World world = World.of(release, 4);
    world.map(0, 4, READ_WRITE);
    assertThat(world.maps()).isEqualTo("0-4 rw");
    world.guard(1, 1);
    assertThat(world.maps()).isEqualTo("0-4 rw gu");
    world.unguard(0, 4);
    assertThat(world.maps()).isEqualTo("0-4 rw gu");
  }

  @Test
  void populatedPagesAreZappedFirst() {
    World world = World.of(Releases.of("6.18"), 4);
    world.map(0, 4, READ_WRITE);
    world.write(1, 5);
    world.guard(0, 4);
    assertThat(world.pages()).isEqualTo("gggg");
    world.unguard(1, 1);
    assertThat(world.read(1)).isZero();
  }

  @Test
  void dontneedDropsDataAndKeepsGuards() {
    World world = World.of(Releases.of("6.18"), 4);
    world.map(0, 4, READ_WRITE);
    world.write(0, 5);
    world.guard(1, 1);
    world.dontneed(0, 4);
    assertThat(world.pages()).isEqualTo(".g..");
  }

  @Test
  void unmappingLeavesNoMarkerForALaterMapping() {
    World world = World.of(Releases.of("6.18"), 4);
    world.map(0, 4, READ_WRITE);
    world.guard(0, 4);
    world.unmap(1, 2);
    assertThat(world.maps()).isEqualTo("0-1 rw gu, 3-4 rw gu");
    world.map(1, 2, READ_WRITE);
    assertThat(world.maps()).isEqualTo("0-4 rw gu");
    assertThat(world.pages()).isEqualTo("g..g");
  }

  @Test
  void guardsSurviveAChangeOfProtection() {
    World world = World.of(Releases.of("6.18"), 4);
    world.map(0, 4, READ_WRITE);
    world.guard(1, 2);
    world.protect(0, 2, READ);
    assertThat(world.maps()).isEqualTo("0-2 r- gu, 2-4 rw gu");
    world.protect(0, 2, READ_WRITE);
    assertThat(world.maps()).isEqualTo("0-4 rw gu");
    assertThat(world.pages()).isEqualTo(".gg.");
  }

  @Test
  void aRangeWithAHoleIsDoneAndReported() {
    World world = World.of(Releases.of("6.18"), 6);
    world.map(0, 2, READ_WRITE);
    world.map(4, 2, READ_WRITE);
    assertThat(world.guard(0, 6)).isEqualTo(-Errno.ENOMEM);
    assertThat(world.pages()).isEqualTo("gg..gg");
  }

  @Test
  void aLockedVmaTakesNoGuardsButLetsThemGo() {
    World world = World.of(Releases.of("6.18"), 2);
    world.map(0, 2, READ_WRITE);
    world.guard(0, 1);
    world.vma(0).vmFlags.plain(world.vma(0).vmFlags.plain() | VmFlags.LOCKED);
    assertThat(world.guard(1, 1)).isEqualTo(-Errno.EINVAL);
    assertThat(world.unguard(0, 1)).isZero();
    assertThat(world.pages()).isEqualTo("..");
  }

  @Test
  void aGuardInAFileMappingSurvivesACollapse() {
    World world = World.of(Releases.of("6.18"), 2);
    AddressSpace file = world.kernel.newFile("file", 2);
    world.mapShared(file, 0, 0, 2, READ_WRITE);
    world.write(1, 9);
    world.guard(0, 1);
    world.kernel.path(Khugepaged.class).collapseFile(file, 0, world.mm.pageTables.geometry());
    assertThat(world.pages()).isEqualTo("g.");
    assertThat(world.read(0)).isEqualTo(UserAccess.SIGSEGV);
    assertThat(world.read(1)).isEqualTo(9);
  }

  @Test
  void aFileMappingWithoutGuardsLosesItsTableInACollapse() {
    World world = World.of(Releases.of("6.18"), 2);
    AddressSpace file = world.kernel.newFile("file", 2);
    world.mapShared(file, 0, 0, 2, READ_WRITE);
    world.write(1, 9);
    world.kernel.path(Khugepaged.class).collapseFile(file, 0, world.mm.pageTables.geometry());
    assertThat(world.mm.pageTables.pmd(0).entry.plain()).isNull();
    assertThat(world.read(1)).isEqualTo(9);
  }

  @Test
  void aPrivateFileMappingWithItsOwnPagesKeepsItsTableInACollapse() {
    World world = World.of(Releases.of("6.18"), 2);
    AddressSpace file = world.kernel.newFile("file", 2);
    world.mapPrivate(file, 0, 0, 2, READ_WRITE);
    world.write(1, 9);
    world.kernel.path(Khugepaged.class).collapseFile(file, 0, world.mm.pageTables.geometry());
    assertThat(world.pages()).isEqualTo(".p");
    assertThat(world.read(1)).isEqualTo(9);
  }
}
