package org.vmacheck.checks.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.mm.AnonVma;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.release.Patches;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/**
 * C50 and C51: which neighbours with and without an anon_vma become one, to the left, to the right
 * and both, faulted and not, forked and not, by madvise(), mprotect() and mremap(); against what
 * 879bca0a2c4f says, and 61f67c230a5e for mremap().
 */
final class AnonVmaMergeTest {

  private static final int PAGES = 16;

  @Provide
  Arbitrary<AnonVmaCase> cases() {
    return Arbitraries.of(AnonVmaCase.all());
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void neighboursMergeIfTheirAnonVmasAgreeAndTheResultHasTheirs(
      @ForAll("cases") AnonVmaCase asked) {
    assertThat(deviation(Releases.newest(), asked)).isEmpty();
    assertThat(deviation(Releases.of("6.18"), asked)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unfaulted-is-merged",
        "fork-child-is-not-merged",
        "merge-keeps-anon-vmas-apart",
        "dup-anon-vma",
        "dup-copied-anon-vma"
      })
  void aKernelWithoutOneOfTheStepsDeviates(String step) {
    Release mutant = Releases.newest().patched(Patches.named(step).orElseThrow());
    assertThat(AnonVmaCase.all()).anyMatch(asked -> deviation(mutant, asked).isPresent());
  }

  /** What is not as expected; empty if all is. */
  private static Optional<String> deviation(Release release, AnonVmaCase asked) {
    World world = World.of(release, PAGES);
    asked.build(world);
    Map<Character, AnonVma> letters = new HashMap<>();
    for (char letter : "pmn".toCharArray()) {
      AnonVma anonVma = asked.named(world, letter);
      if (anonVma != null) {
        letters.put(letter, anonVma);
      }
    }
    assertThat(letters.values()).as("%s: anon_vmas of their own", asked).doesNotHaveDuplicates();
    try {
      asked.ask(world);
    } catch (KernelBug bug) {
      return Optional.of(bug.toString());
    }
    List<String> found = asked.expected().stream().map(one -> found(world, one, letters)).toList();
    List<String> wanted =
        asked.expected().stream().map(one -> text(one.start(), one.end(), one.anonVma())).toList();
    return found.equals(wanted) ? Optional.empty() : Optional.of(found + ", not " + wanted);
  }

  private static String text(long start, long end, char letter) {
    return start + "-" + end + " " + letter;
  }

  /** The VMA where one is expected, and the letter of its anon_vma. */
  private static String found(
      World world, AnonVmaCase.Expected at, Map<Character, AnonVma> letters) {
    VmArea vma = world.vma(at.start());
    AnonVma own = vma.anonVma.plain();
    char letter =
        own == null
            ? '-'
            : letters.entrySet().stream()
                .filter(entry -> entry.getValue() == own)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse('?');
    boolean linked = own == null || vma.anonVmaChain.plain().contains(own);
    return text(vma.vmStart.plain(), vma.vmEnd.plain(), linked ? letter : '!');
  }
}
