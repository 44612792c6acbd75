package org.vmacheck.checks.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.release.Patches;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/**
 * C49 and C70: two neighbours, each with a choice of properties, and one call that makes their
 * protection the same. They become one VMA if they have the same properties, guards and soft-dirty
 * pages set aside, and then it has the guards of both.
 */
final class NeighbourMergeTest {

  /** What a VMA can have; in the order in which it gets it. */
  enum Trait {
    OTHER_FILE(""),
    LATER_IN_FILE(""),
    NAMED("set_anon_vma_name(%s, x)"),
    POLICY("mbind(%s, MPOL_BIND)"),
    DONTDUMP("madvise(%s, MADV_DONTDUMP)"),
    DONTFORK("madvise(%s, MADV_DONTFORK)"),
    RANDOM("madvise(%s, MADV_RANDOM)"),
    WIPEONFORK("madvise(%s, MADV_WIPEONFORK)"),
    KSM("madvise(%s, MADV_MERGEABLE)"),
    UFFD("uffd_register(%s)"),
    SPECIAL(""),
    GUARD("madvise(%s, MADV_GUARD_INSTALL)");

    private static final Set<Trait> OF_FILES = EnumSet.of(OTHER_FILE, LATER_IN_FILE);
    private static final Set<Trait> OF_MEMORY = EnumSet.of(NAMED, WIPEONFORK, KSM, UFFD);

    private final String call;

    Trait(String call) {
      this.call = call;
    }

    /** Whether a file's mapping, or anonymous memory, can have it. */
    boolean fits(boolean file) {
      return !(file ? OF_MEMORY : OF_FILES).contains(this);
    }
  }

  /** The neighbours: |left|right| of two pages each, of a file or anonymous. */
  record Neighbours(boolean file, Set<Trait> left, Set<Trait> right) {

    static Neighbours of(boolean file, Set<Trait> left, Set<Trait> right) {
      return new Neighbours(file, fitting(file, left), fitting(file, right));
    }

    private static Set<Trait> fitting(boolean file, Set<Trait> all) {
      Set<Trait> fitting = new HashSet<>(all);
      fitting.removeIf(trait -> !trait.fits(file));
      return Set.copyOf(fitting);
    }

    /** The rule. */
    boolean mayMerge() {
      return without(left, Trait.GUARD).equals(without(right, Trait.GUARD))
          && !left.contains(Trait.SPECIAL);
    }

    private static Set<Trait> without(Set<Trait> all, Trait trait) {
      Set<Trait> rest = new HashSet<>(all);
      rest.remove(trait);
      return rest;
    }

    boolean hasGuard() {
      return left.contains(Trait.GUARD) || right.contains(Trait.GUARD);
    }
  }

  @Provide
  Arbitrary<Neighbours> neighbours() {
    Arbitrary<Set<Trait>> traits = Arbitraries.of(Trait.class).set().ofMaxSize(4);
    // Two random sets are hardly ever alike: one is the other's, with a change or none.
    Arbitrary<Set<Trait>> change = Arbitraries.of(Trait.class).set().ofMaxSize(1);
    return Combinators.combine(Arbitraries.of(true, false), traits, change)
        .as((file, left, changed) -> Neighbours.of(file, left, symmetricDifference(left, changed)));
  }

  private static Set<Trait> symmetricDifference(Set<Trait> one, Set<Trait> other) {
    Set<Trait> result = new HashSet<>(one);
    other.forEach(
        trait -> {
          if (!result.remove(trait)) {
            result.add(trait);
          }
        });
    return result;
  }

  @Property(tries = 300)
  void neighboursMergeExactlyIfTheyHaveTheSameTraitsButGuards(
      @ForAll("neighbours") Neighbours asked) {
    for (Release release : List.of(Releases.newest(), Releases.of("6.18"))) {
      assertThat(deviation(release, asked)).as(release.name()).isEmpty();
    }
  }

  @Test
  void eachTraitAloneKeepsThemApartUnlessItIsAGuard() {
    for (Neighbours asked : pairs()) {
      assertThat(deviation(Releases.newest(), asked)).as(asked.toString()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"merge-compares-flags", "merge-keeps-sticky"})
  void aKernelWithoutOneOfTheStepsDeviates(String step) {
    Release mutant = Releases.newest().patched(Patches.named(step).orElseThrow());
    assertThat(pairs()).anyMatch(asked -> deviation(mutant, asked).isPresent());
  }

  /** Neighbours that differ in one thing or in none. */
  private static List<Neighbours> pairs() {
    List<Neighbours> pairs = new ArrayList<>();
    for (Trait trait : Trait.values()) {
      for (boolean file : new boolean[] {true, false}) {
        pairs.add(Neighbours.of(file, Set.of(trait), Set.of()));
        pairs.add(Neighbours.of(file, Set.of(), Set.of(trait)));
        pairs.add(Neighbours.of(file, Set.of(trait), Set.of(trait)));
      }
    }
    return pairs;
  }

  /** What is not as the rule says; empty if all is. */
  private static Optional<String> deviation(Release release, Neighbours asked) {
    World world = World.of(release, 4);
    try {
      world.file("f", 8);
      world.file("g", 8);
      make(world, asked.file(), "0, 2", 0, asked.left());
      make(world, asked.file(), "2, 2", 2, asked.right());
      boolean shareOrUnfaulted = anonVmasAgree(world.vma(0), world.vma(2));
      world.call("mprotect(2, 2, PROT_READ)");
      VmArea merged = world.vma(0);
      boolean one = merged.vmEnd.plain() == 4;
      if (one != (asked.mayMerge() && shareOrUnfaulted)) {
        return Optional.of(world.maps());
      }
      boolean guard = (merged.vmFlags.plain() & VmFlags.MAYBE_GUARD) != 0;
      return one && guard != asked.hasGuard() ? Optional.of(world.maps()) : Optional.empty();
    } catch (KernelBug bug) {
      return Optional.of(bug.toString());
    }
  }

  private static boolean anonVmasAgree(VmArea left, VmArea right) {
    Object one = left.anonVma.plain();
    Object other = right.anonVma.plain();
    return one == null || other == null || one == other;
  }

  /** The left one is for reading, the right one for nothing yet. */
  private static void make(World world, boolean file, String range, int offset, Set<Trait> traits) {
    String prot = offset == 0 ? "PROT_READ" : "PROT_NONE";
    if (file) {
      String name = traits.contains(Trait.OTHER_FILE) ? "g" : "f";
      int from = traits.contains(Trait.LATER_IN_FILE) ? offset + 3 : offset;
      world.call("mmap(%s, %s, MAP_SHARED|MAP_FIXED, %s, %d)".formatted(range, prot, name, from));
    } else {
      world.call("mmap(%s, %s, MAP_FIXED)".formatted(range, prot));
    }
    for (Trait trait : Trait.values()) {
      if (traits.contains(trait) && !trait.call.isEmpty()) {
        assertThat(world.call(trait.call.formatted(range))).as(trait.name()).isZero();
      }
    }
    if (traits.contains(Trait.SPECIAL)) {
      VmArea vma = world.vma(offset);
      vma.vmFlags.plain(vma.vmFlags.plain() | VmFlags.IO);
    }
  }
}
