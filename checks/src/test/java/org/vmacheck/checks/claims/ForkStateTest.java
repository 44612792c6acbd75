package org.vmacheck.checks.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.model.Invariants;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.sequential.SequentialMemory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.ops.Fork;
import org.vmacheck.model.ops.Mman;
import org.vmacheck.model.ops.Mmap;
import org.vmacheck.model.ops.UserAccess;
import org.vmacheck.model.pgtable.Geometry;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.release.Patches;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/**
 * What a child has of a VMA that userfaultfd write-protects, with a context that knows no forks.
 */
final class ForkStateTest {

  private static List<Release> releases() {
    return Releases.all();
  }

  /** The child's VMA, and what its first page's entry is. */
  private record Child(long flags, boolean registered, long pte) {}

  private static Child childOf(Release release) {
    Kernel kernel = release.boot(new SequentialMemory());
    MmStruct mm = kernel.newMm(Geometry.ofPages(2));
    Mmap.Request request =
        Mmap.Request.shared(kernel.newFile("f", 2), 0, Mman.PROT_READ | Mman.PROT_WRITE);
    kernel.path(Mmap.class).mmap(mm, 0, 2, request.fixed());
    kernel.path(UserAccess.class).write(mm, 0, 5);
    VmArea vma = mm.mmMt.plain().walk(0);
    vma.vmUserfaultfdCtx.plain("uffd");
    vma.vmFlags.plain(vma.vmFlags.plain() | VmFlags.UFFD_WP);

    MmStruct child = kernel.path(Fork.class).dupMmap(mm);

    VmArea copy = child.mmMt.plain().walk(0);
    return new Child(
        copy.vmFlags.plain(),
        copy.vmUserfaultfdCtx.plain() != null,
        Invariants.pteOf(child.pageTables, 0));
  }

  /** C74: not copied, as the child is not registered and its faults make the entries again. */
  @ParameterizedTest
  @MethodSource("releases")
  void itIsNotRegisteredAndItsEntriesAreNotCopied(Release release) {
    Child child = childOf(release);
    assertThat(child.registered()).isFalse();
    assertThat(child.flags() & VmFlags.UFFD_WP).isZero();
    assertThat(child.pte()).isEqualTo(Pte.NONE);
  }

  @Test
  void theyAreCopiedIfTheFlagsOfTheParentDecide() {
    Release mutant = Releases.newest().patched(Patches.named("test-childs-flags").orElseThrow());
    assertThat(childOf(mutant).pte()).isNotEqualTo(Pte.NONE);
  }
}
