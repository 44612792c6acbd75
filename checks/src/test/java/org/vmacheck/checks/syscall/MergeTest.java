package org.vmacheck.checks.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vmacheck.model.mm.AnonVma;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.mm.VmOperations;
import org.vmacheck.model.release.Releases;

/** The cases of tools/testing/vma, each with its picture; pages from left to right. */
final class MergeTest {

  private World world;

  @BeforeEach
  void anAddressSpace() {
    world = World.of(Releases.of("6.18"), 12);
  }

  // |ww|..|ww|  ->  |wwwwww|
  @Test
  void aNewRangeBetweenTwoAlikeVmasMakesThemOne() {
    world.call("mmap(0, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");
    world.call("mmap(4, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");
    VmArea left = world.vma(0);

    world.call("mmap(2, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");

    assertThat(world.maps()).isEqualTo("0-6 rw");
    assertThat(world.vma(5)).isSameAs(left);
    assertThat(left.vmPgoff.plain()).isZero();
    assertThat(world.mm.mapCount.plain()).isEqualTo(1);
  }

  // |ww|..  ->  |wwww|
  @Test
  void aNewRangeExtendsThePreviousVma() {
    world.call("mmap(0, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");
    world.call("mmap(2, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");
    assertThat(world.maps()).isEqualTo("0-4 rw");
  }

  // ..|ww|  ->  |wwww|
  @Test
  void aNewRangeIsPrependedToTheNextVma() {
    world.call("mmap(2, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");
    VmArea next = world.vma(2);
    world.call("mmap(0, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");
    assertThat(world.maps()).isEqualTo("0-4 rw");
    assertThat(world.vma(0)).isSameAs(next);
    assertThat(next.vmPgoff.plain()).isZero();
  }

  // |ww|..|rr|  ->  |wwww|rr|
  @Test
  void aNeighbourWithOtherFlagsStaysApart() {
    world.call("mmap(0, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");
    world.call("mmap(4, 2, PROT_READ, MAP_FIXED)");
    world.call("mmap(2, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");
    assertThat(world.maps()).isEqualTo("0-4 rw, 4-6 r-");
  }

  // |wwwwww|  ->  |ww|rr|ww|  ->  |wwwwww|
  @Test
  void changingTheMiddleSplitsAndChangingItBackMerges() {
    world.call("mmap(0, 6, PROT_READ|PROT_WRITE, MAP_FIXED)");
    world.call("write(0, 1)");
    world.call("mprotect(2, 2, PROT_READ)");
    assertThat(world.maps()).isEqualTo("0-2 rw, 2-4 r-, 4-6 rw");
    assertThat(world.vma(4).vmPgoff.plain()).isEqualTo(4);

    world.call("mprotect(2, 2, PROT_READ|PROT_WRITE)");
    assertThat(world.maps()).isEqualTo("0-6 rw");
    assertThat(world.mm.mapCount.plain()).isEqualTo(1);
  }

  // |rr|wwww|  ->  |rrrr|ww|
  @Test
  void theFirstPartOfAVmaGoesToThePreviousOne() {
    world.call("mmap(0, 6, PROT_READ|PROT_WRITE, MAP_FIXED)");
    world.call("write(5, 1)");
    world.call("mprotect(0, 2, PROT_READ)");
    world.call("mprotect(2, 2, PROT_READ)");
    assertThat(world.maps()).isEqualTo("0-4 r-, 4-6 rw");
    assertThat(world.vma(4).vmPgoff.plain()).isEqualTo(4);
  }

  // |wwww|rr|  ->  |ww|rrrr|
  @Test
  void theLastPartOfAVmaGoesToTheNextOne() {
    world.call("mmap(0, 6, PROT_READ|PROT_WRITE, MAP_FIXED)");
    world.call("write(0, 1)");
    world.call("mprotect(4, 2, PROT_READ)");
    world.call("mprotect(2, 2, PROT_READ)");
    assertThat(world.maps()).isEqualTo("0-2 rw, 2-6 r-");
    assertThat(world.vma(2).vmPgoff.plain()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {VmFlags.IO, VmFlags.DONTEXPAND, VmFlags.PFNMAP, VmFlags.MIXEDMAP})
  void aSpecialVmaIsNeverMerged(long special) {
    world.call("mmap(0, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");
    world.vma(0).vmFlags.plain(world.vma(0).vmFlags.plain() | special);
    world.call("mmap(2, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");
    assertThat(world.maps()).isEqualTo("0-2 rw, 2-4 rw");
  }

  // |ww|..|WW|  ->  |wwww|WW|, W with a close hook
  @Test
  void aVmaWithACloseHookMayGrowButNotGo() {
    world.file("f", 6);
    world.call("mmap(0, 2, PROT_READ, MAP_SHARED|MAP_FIXED, f)");
    world.call("mmap(4, 2, PROT_READ, MAP_SHARED|MAP_FIXED, f, 4)");
    world.vma(4).vmOps.plain(new VmOperations(true, true));

    world.call("mmap(2, 2, PROT_READ, MAP_SHARED|MAP_FIXED, f, 2)");

    assertThat(world.maps()).isEqualTo("0-4 r-, 4-6 r-");
  }

  @Test
  void pagesOfAFileThatDoNotFollowEachOtherStayApart() {
    world.file("f", 6);
    world.call("mmap(0, 2, PROT_READ, MAP_SHARED|MAP_FIXED, f)");
    world.call("mmap(2, 2, PROT_READ, MAP_SHARED|MAP_FIXED, f, 3)");
    assertThat(world.maps()).isEqualTo("0-2 r-, 2-4 r-");
  }

  // |ww|..|WW|, two anon_vmas  ->  |wwww|WW|
  @Test
  void twoDifferentAnonVmasNeverEndInOneVma() {
    world.call("mmap(0, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");
    world.call("mmap(4, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");
    world.call("write(0, 1)");
    world.call("write(4, 1)");
    assertThat(world.vma(0).anonVma.plain()).isNotSameAs(world.vma(4).anonVma.plain());

    world.call("mmap(2, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");

    assertThat(world.maps()).isEqualTo("0-4 rw, 4-6 rw");
  }

  @Test
  void anUnfaultedVmaTakesOverTheAnonVmaOfTheOneItGrowsOver() {
    world.call("mmap(0, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");
    world.call("mmap(4, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");
    world.call("write(4, 1)");
    AnonVma faulted = world.vma(4).anonVma.plain();

    world.call("mmap(2, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");

    assertThat(world.maps()).isEqualTo("0-6 rw");
    assertThat(world.vma(0).anonVma.plain()).isSameAs(faulted);
    assertThat(world.vma(0).anonVmaChain.plain()).containsExactly(faulted);
    assertThat(faulted.numActiveVmas.plain()).isEqualTo(1);
  }

  // |ff|u|: the faulted one is a forked child, so the unfaulted one may not take it over
  @Test
  void aForkedChildIsNotMergedWithAnUnfaultedNeighbour() {
    world.call("mmap(0, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");
    world.call("write(0, 1)");
    VmArea child = world.vma(0);
    AnonVma own = child.anonVma.plain();
    child.anonVmaChain.plain(List.of(new AnonVma(world.kernel.memory(), own), own));

    world.call("mmap(2, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");

    assertThat(world.maps()).isEqualTo("0-2 rw, 2-4 rw");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void aMergeOfExistingVmasKeepsTheStickyFlagsOfEveryPart(int guarded) {
    // |rr|ww|rr|, each part with a guard in it or not
    world.call("mmap(0, 6, PROT_READ|PROT_WRITE, MAP_FIXED)");
    world.call("write(1, 1)");
    world.call("mprotect(0, 2, PROT_READ)");
    world.call("mprotect(4, 2, PROT_READ)");
    for (int part = 0; part < 3; part++) {
      if ((guarded & 1 << part) != 0) {
        world.call("madvise(" + 2 * part + ", 1, MADV_GUARD_INSTALL)");
      }
    }
    world.call("mprotect(2, 2, PROT_READ)");
    assertThat(world.maps()).isEqualTo("0-6 r-" + (guarded == 0 ? "" : " gu"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void aMergeWithANewRangeKeepsTheStickyFlagsOfBothSides(int guarded) {
    world.call("mmap(0, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");
    world.call("mmap(4, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");
    world.call("write(1, 1)");
    if ((guarded & 1) != 0) {
      world.call("madvise(0, 1, MADV_GUARD_INSTALL)");
    }
    if ((guarded & 2) != 0) {
      world.call("madvise(4, 1, MADV_GUARD_INSTALL)");
    }
    world.call("mmap(2, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");
    boolean twoAnonVmas = (guarded & 2) != 0;
    assertThat(world.maps())
        .isEqualTo(
            twoAnonVmas
                ? "0-4 rw" + ((guarded & 1) != 0 ? " gu" : "") + ", 4-6 rw gu"
                : "0-6 rw" + (guarded == 0 ? "" : " gu"));
  }

  @Test
  void aRemovedVmaIsDetachedAndItsObjectIsUsedAgain() {
    world.call("mmap(0, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");
    world.call("mmap(4, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");
    VmArea removed = world.vma(4);
    world.call("mmap(2, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");
    assertThat(removed.vmRefcnt.plain()).isZero();

    world.call("mmap(8, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");
    assertThat(world.vma(8)).isSameAs(removed);
  }
}
