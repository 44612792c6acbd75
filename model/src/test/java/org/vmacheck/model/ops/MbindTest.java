package org.vmacheck.model.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vmacheck.model.OneProcess.READ_WRITE;

import org.junit.jupiter.api.Test;
import org.vmacheck.model.Invariants;
import org.vmacheck.model.OneProcess;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.release.Patch;
import org.vmacheck.model.release.Releases;

/** Memory policies of VMAs. */
final class MbindTest {

  /** A guard install under the VMA read lock ends just before a VMA is write-locked at first. */
  static class LastReader extends VmaLockRefcount {

    private VmArea held;

    LastReader(Memory memory) {
      super(memory);
    }

    @Override
    public void vmaStartWrite(VmArea vma) {
      if (vma == held) {
        held = null;
        vma.vmFlags.setBit(VmFlags.MAYBE_GUARD_BIT);
      }
      super.vmaStartWrite(vma);
    }
  }

  private final OneProcess world =
      OneProcess.of(Releases.newest().patched(Patch.of(LastReader.class)), 6);

  private long mbind(long start, long pages, String policy) {
    return world.kernel.path(Mbind.class).mbind(world.mm, start, pages, policy);
  }

  @Test
  void aPolicySplitsAndTheSamePolicyMerges() {
    world.map(0, 4, READ_WRITE);
    assertThat(mbind(1, 2, "bind:0")).isZero();
    assertThat(world.maps()).isEqualTo("0-1 rw, 1-3 rw, 3-4 rw");
    assertThat(world.vma(2).vmPolicy.plain().mode()).isEqualTo("bind:0");
    assertThat(mbind(0, 6, null)).isZero();
    assertThat(world.maps()).isEqualTo("0-4 rw");
    new Invariants(world.kernel).check(world.mm);
  }

  @Test
  void aHoleIsRefusedAndNothingIsChanged() {
    world.map(0, 2, READ_WRITE);
    assertThat(mbind(0, 4, "bind:0")).isEqualTo(-Errno.EFAULT);
    assertThat(mbind(4, 2, null)).isEqualTo(-Errno.EFAULT);
    assertThat(world.vma(0).vmPolicy.plain()).isNull();
  }

  /** mprotect loses the flag in the same place. */
  @Test
  void aGuardThatComesJustBeforeTheLockSurvivesTheMergeAndTheSplit() {
    world.map(0, 4, READ_WRITE);
    mbind(0, 2, "bind:0");
    ((LastReader) world.kernel.path(VmaLock.class)).held = world.vma(2);
    assertThat(mbind(2, 2, "bind:0")).isZero();
    assertThat(world.maps()).isEqualTo("0-4 rw gu");
    world.map(4, 2, READ_WRITE);
    ((LastReader) world.kernel.path(VmaLock.class)).held = world.vma(4);
    assertThat(mbind(4, 1, "bind:1")).isZero();
    assertThat(world.maps()).isEqualTo("0-4 rw gu, 4-5 rw gu, 5-6 rw gu");
  }
}
