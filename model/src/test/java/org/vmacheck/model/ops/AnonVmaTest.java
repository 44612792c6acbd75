package org.vmacheck.model.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vmacheck.model.OneProcess.READ;
import static org.vmacheck.model.OneProcess.READ_WRITE;

import org.junit.jupiter.api.Test;
import org.vmacheck.model.OneProcess;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.mm.AnonVma;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.release.Releases;

/** Which VMAs an anon_vma counts. */
final class AnonVmaTest {

  private final OneProcess world = OneProcess.of(Releases.newest(), 4);

  private MmStruct fork(MmStruct mm) {
    return world.kernel.path(Fork.class).dupMmap(mm);
  }

  private static VmArea first(MmStruct mm) {
    return mm.mmMt.plain().walk(0);
  }

  private void exit(MmStruct mm) {
    world.kernel.path(Munmap.class).munmap(mm, 0, 4);
  }

  @Test
  void itCountsTheVmasThatItIsTheAnonVmaOfAndNotTheirChildren() {
    world.map(0, 4, READ_WRITE);
    world.write(0, 1);
    AnonVma anonVma = world.vma(0).anonVma.plain();
    assertThat(anonVma.numActiveVmas.plain()).isEqualTo(1);
    world.protect(2, 2, READ);
    assertThat(anonVma.numActiveVmas.plain()).isEqualTo(2);
    MmStruct child = fork(world.mm);
    assertThat(anonVma.numActiveVmas.plain()).isEqualTo(2);
    assertThat(anonVma.rbRoot.plain()).hasSize(4);
    assertThat(first(child).anonVma.plain().numActiveVmas.plain()).isEqualTo(1);
    assertThat(first(child).anonVma.plain().rwsem).isSameAs(anonVma.rwsem);
    exit(world.mm);
    assertThat(anonVma.numActiveVmas.plain()).isZero();
    assertThat(anonVma.rbRoot.plain()).hasSize(2);
  }

  @Test
  void forkReusesAnAnonVmaThatLostItsVmas() {
    world.map(0, 4, READ_WRITE);
    world.write(0, 1);
    MmStruct child = fork(world.mm);
    AnonVma lost = first(child).anonVma.plain();
    MmStruct grandchild = fork(child);
    exit(child);
    MmStruct next = fork(grandchild);
    assertThat(first(next).anonVma.plain()).isSameAs(lost);
    assertThat(first(next).anonVmaChain.plain()).hasSize(3);
    MmStruct another = fork(grandchild);
    assertThat(first(another).anonVma.plain()).isNotSameAs(lost);
    assertThat(first(another).anonVmaChain.plain()).hasSize(4);
  }

  @Test
  void takingAVmaOffItsAnonVmasNeedsMmapLock() {
    world.map(0, 4, READ_WRITE);
    world.write(0, 1);
    assertThatThrownBy(() -> world.kernel.path(Rmap.class).unlinkAnonVmas(world.vma(0)))
        .isInstanceOf(KernelBug.class)
        .hasMessageContaining("mmap_assert_locked");
  }
}
