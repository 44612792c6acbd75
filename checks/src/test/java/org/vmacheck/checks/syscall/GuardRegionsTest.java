package org.vmacheck.checks.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.ops.Errno;
import org.vmacheck.model.ops.UserAccess;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/** The assertions of the kernel's guard-regions selftest that the model can make. */
final class GuardRegionsTest {

  /** All that have guard regions, those of files too. */
  static List<Release> releases() {
    return Releases.between(Releases.of("6.15"), Releases.newest());
  }

  /** All that have VM_MAYBE_GUARD. */
  static List<Release> releasesWithTheFlag() {
    return Releases.between(Releases.of("6.18"), Releases.newest());
  }

  @ParameterizedTest
  @MethodSource("releases")
  void everyAccessToAGuardIsFatalUntilItIsRemoved(Release release) {
    World world = World.of(release, 4);
    world.call("mmap(0, 4, PROT_READ|PROT_WRITE, MAP_FIXED)");
    assertThat(world.call("madvise(1, 2, MADV_GUARD_INSTALL)")).isZero();
    assertThat(world.pages()).isEqualTo(".gg.");
    assertThat(world.call("read(1)")).isEqualTo(UserAccess.SIGSEGV);
    assertThat(world.call("write(2, 7)")).isEqualTo(UserAccess.SIGSEGV);
    assertThat(world.call("write(3, 7)")).isZero();

    assertThat(world.call("madvise(0, 4, MADV_GUARD_REMOVE)")).isZero();
    assertThat(world.call("write(1, 8)")).isZero();
    assertThat(world.call("read(1)")).isEqualTo(8);
    assertThat(world.call("read(3)")).isEqualTo(7);
  }

  @ParameterizedTest
  @MethodSource("releasesWithTheFlag")
  void theFlagIsSetByInstallAndStaysAfterRemove(Release release) {
    World world = World.of(release, 4);
    world.call("mmap(0, 4, PROT_READ|PROT_WRITE, MAP_FIXED)");
    assertThat(world.maps()).isEqualTo("0-4 rw");
    world.call("madvise(1, 1, MADV_GUARD_INSTALL)");
    assertThat(world.maps()).isEqualTo("0-4 rw gu");
    world.call("madvise(0, 4, MADV_GUARD_REMOVE)");
    assertThat(world.maps()).isEqualTo("0-4 rw gu");
  }

  @Test
  void on612NobodyHasAny() {
    World world = World.of(Releases.of("6.12"), 4);
    world.call("mmap(0, 4, PROT_READ|PROT_WRITE, MAP_FIXED)");
    assertThat(world.call("madvise(1, 1, MADV_GUARD_INSTALL)")).isEqualTo(-Errno.EINVAL);
    assertThat(world.call("madvise(1, 1, MADV_GUARD_REMOVE)")).isEqualTo(-Errno.EINVAL);
  }

  /** Before VM_MAYBE_GUARD it is the anon_vma that makes fork copy them, also those of a file. */
  @Test
  void on615TheyHaveNoFlagAndAreCopiedByFork() {
    World world = World.of(Releases.of("6.15"), 4);
    world.file("f", 4);
    world.call("mmap(0, 4, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_FIXED, f)");
    world.call("madvise(1, 1, MADV_GUARD_INSTALL)");
    assertThat(world.maps()).isEqualTo("0-4 rw");
    assertThat(world.vma(0).anonVma.plain()).isNotNull();
    world.call("fork()");
    assertThat(world.call("child(read(1))")).isEqualTo(UserAccess.SIGSEGV);
  }

  @Test
  void populatedPagesAreZappedFirst() {
    World world = World.of(Releases.of("6.18"), 4);
    world.call("mmap(0, 4, PROT_READ|PROT_WRITE, MAP_FIXED)");
    world.call("write(1, 5)");
    world.call("madvise(0, 4, MADV_GUARD_INSTALL)");
    assertThat(world.pages()).isEqualTo("gggg");
    world.call("madvise(1, 1, MADV_GUARD_REMOVE)");
    assertThat(world.call("read(1)")).isZero();
  }

  @Test
  void dontneedDropsDataAndKeepsGuards() {
    World world = World.of(Releases.of("6.18"), 4);
    world.call("mmap(0, 4, PROT_READ|PROT_WRITE, MAP_FIXED)");
    world.call("write(0, 5)");
    world.call("madvise(1, 1, MADV_GUARD_INSTALL)");
    world.call("madvise(0, 4, MADV_DONTNEED)");
    assertThat(world.pages()).isEqualTo(".g..");
  }

  @Test
  void unmappingLeavesNoMarkerForALaterMapping() {
    World world = World.of(Releases.of("6.18"), 4);
    world.call("mmap(0, 4, PROT_READ|PROT_WRITE, MAP_FIXED)");
    world.call("madvise(0, 4, MADV_GUARD_INSTALL)");
    world.call("munmap(1, 2)");
    assertThat(world.maps()).isEqualTo("0-1 rw gu, 3-4 rw gu");
    world.call("mmap(1, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");
    assertThat(world.maps()).isEqualTo("0-4 rw gu");
    assertThat(world.pages()).isEqualTo("g..g");
  }

  @Test
  void guardsSurviveAChangeOfProtection() {
    World world = World.of(Releases.of("6.18"), 4);
    world.call("mmap(0, 4, PROT_READ|PROT_WRITE, MAP_FIXED)");
    world.call("madvise(1, 2, MADV_GUARD_INSTALL)");
    world.call("mprotect(0, 2, PROT_READ)");
    assertThat(world.maps()).isEqualTo("0-2 r- gu, 2-4 rw gu");
    world.call("mprotect(0, 2, PROT_READ|PROT_WRITE)");
    assertThat(world.maps()).isEqualTo("0-4 rw gu");
    assertThat(world.pages()).isEqualTo(".gg.");
  }

  @Test
  void aRangeWithAHoleIsDoneAndReported() {
    World world = World.of(Releases.of("6.18"), 6);
    world.call("mmap(0, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");
    world.call("mmap(4, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");
    assertThat(world.call("madvise(0, 6, MADV_GUARD_INSTALL)")).isEqualTo(-Errno.ENOMEM);
    assertThat(world.pages()).isEqualTo("gg..gg");
  }

  @Test
  void aLockedVmaTakesNoGuardsButLetsThemGo() {
    World world = World.of(Releases.of("6.18"), 2);
    world.call("mmap(0, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");
    world.call("madvise(0, 1, MADV_GUARD_INSTALL)");
    world.vma(0).vmFlags.plain(world.vma(0).vmFlags.plain() | VmFlags.LOCKED);
    assertThat(world.call("madvise(1, 1, MADV_GUARD_INSTALL)")).isEqualTo(-Errno.EINVAL);
    assertThat(world.call("madvise(0, 1, MADV_GUARD_REMOVE)")).isZero();
    assertThat(world.pages()).isEqualTo("..");
  }

  @Test
  void aGuardInAFileMappingSurvivesACollapse() {
    World world = World.of(Releases.of("6.18"), 2);
    world.file("f", 2);
    world.call("mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_FIXED, f)");
    world.call("write(1, 9)");
    world.call("madvise(0, 1, MADV_GUARD_INSTALL)");
    world.call("collapse(f)");
    assertThat(world.pages()).isEqualTo("g.");
    assertThat(world.call("read(0)")).isEqualTo(UserAccess.SIGSEGV);
    assertThat(world.call("read(1)")).isEqualTo(9);
  }

  @Test
  void aFileMappingWithoutGuardsLosesItsTableInACollapse() {
    World world = World.of(Releases.of("6.18"), 2);
    world.file("f", 2);
    world.call("mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_FIXED, f)");
    world.call("write(1, 9)");
    world.call("collapse(f)");
    assertThat(world.mm.pageTables.pmd(0).entry.plain()).isNull();
    assertThat(world.call("read(1)")).isEqualTo(9);
  }

  @Test
  void aPrivateFileMappingWithItsOwnPagesKeepsItsTableInACollapse() {
    World world = World.of(Releases.of("6.18"), 2);
    world.file("f", 2);
    world.call("mmap(0, 2, PROT_READ|PROT_WRITE, MAP_FIXED, f)");
    world.call("write(1, 9)");
    world.call("collapse(f)");
    assertThat(world.pages()).isEqualTo(".p");
    assertThat(world.call("read(1)")).isEqualTo(9);
  }
}
