package org.vmacheck.model.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vmacheck.model.OneProcess.READ_WRITE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.model.Invariants;
import org.vmacheck.model.OneProcess;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.release.Patches;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/** PR_SET_VMA_ANON_NAME, and what a merge because of a name does to the flags. */
final class AnonNameTest {

  private OneProcess world;

  private void boot(Release release) {
    world = OneProcess.of(release, 4);
  }

  private long name(long start, long pages, String name) {
    return world.kernel.path(AnonName.class).setAnonVmaName(world.mm, start, pages, name);
  }

  private void mapShared() {
    AddressSpace shmem = world.kernel.newShmem("shmem", 4);
    Mmap.Request request = Mmap.Request.sharedAnonymous(shmem, READ_WRITE).fixed();
    world.kernel.path(Mmap.class).mmap(world.mm, 0, 4, request);
  }

  static List<Release> releases() {
    return Releases.between(Releases.of("6.18"), Releases.newest());
  }

  /** A finding of the model, in every release that has the flag, with one thread. */
  @ParameterizedTest
  @MethodSource("releases")
  void aMergeBecauseOfANameLosesTheMaybeGuardFlagOfTheNeighbour(Release release) {
    boot(release);
    mapShared();
    assertThat(name(0, 2, "x")).isZero();
    assertThat(world.maps()).isEqualTo("0-2 rw, 2-4 rw");
    world.guard(0, 1);
    assertThat(name(2, 2, "x")).isZero();
    assertThat(world.maps()).isEqualTo("0-4 rw");
    assertThat(world.pages()).isEqualTo("g...");
    assertThatThrownBy(() -> new Invariants(world.kernel).check(world.mm))
        .isInstanceOf(KernelBug.class)
        .hasMessageContaining("guard_without_flag");
    // What follows from it: the child has no guard.
    MmStruct child = world.kernel.path(Fork.class).dupMmap(world.mm);
    assertThat(world.kernel.path(UserAccess.class).read(child, 0)).isZero();
    assertThat(world.kernel.path(UserAccess.class).read(world.mm, 0)).isEqualTo(-11);
  }

  @Test
  void aNameThatLeavesTheFlagsAloneKeepsIt() {
    boot(Releases.newest().patched(Patches.named("name-leaves-flags").orElseThrow()));
    mapShared();
    name(0, 2, "x");
    world.guard(0, 1);
    name(2, 2, "x");
    assertThat(world.maps()).isEqualTo("0-4 rw gu");
    new Invariants(world.kernel).check(world.mm);
  }

  @Test
  void aNameSplitsAndTheSameNameMerges() {
    boot(Releases.newest());
    world.map(0, 4, READ_WRITE);
    assertThat(name(1, 2, "x")).isZero();
    assertThat(world.maps()).isEqualTo("0-1 rw, 1-3 rw, 3-4 rw");
    assertThat(world.vma(1).anonName.plain()).isEqualTo("x");
    assertThat(name(1, 2, "x")).isZero();
    assertThat(name(0, 4, null)).isZero();
    assertThat(world.maps()).isEqualTo("0-4 rw");
    assertThat(world.vma(0).anonName.plain()).isNull();
    new Invariants(world.kernel).check(world.mm);
  }

  @Test
  void onlyAnonymousMemoryHasAName() {
    boot(Releases.newest());
    world.map(0, 1, READ_WRITE);
    world.mapShared(world.kernel.newFile("file", 2), 0, 1, 1, READ_WRITE);
    assertThat(name(0, 4, "x")).isEqualTo(-Errno.EBADF);
    assertThat(world.vma(0).anonName.plain()).isEqualTo("x");
    assertThat(name(2, 2, "x")).isEqualTo(-Errno.ENOMEM);
  }
}
