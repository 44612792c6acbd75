package org.vmacheck.model.ops;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.release.Incompatible;
import org.vmacheck.model.release.Patch;
import org.vmacheck.model.release.Patches;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/** Whatever is called in whatever state, no path of any kernel throws anything but a finding. */
final class RandomCallsTest {

  private static final long SEQUENCES = 1000;
  private static final int CALLS = 30;

  static List<Release> releases() {
    return Releases.all();
  }

  @ParameterizedTest
  @MethodSource("releases")
  void oneThreadMeetsNoFindingOnAnyRelease(Release release) {
    seeds().forEach(seed -> runWithoutFinding(release, seed));
  }

  /** Each release with a patch alone, where it can have it. */
  static Stream<Release> patched() {
    return Patches.all().stream()
        .flatMap(patch -> Releases.all().stream().flatMap(release -> with(release, patch)));
  }

  private static Stream<Release> with(Release release, Patch patch) {
    try {
      return Stream.of(release.patched(patch));
    } catch (Incompatible notInThisRelease) {
      return Stream.empty();
    }
  }

  @ParameterizedTest
  @MethodSource("patched")
  void aPatchThrowsNothingButFindings(Release release) {
    seeds()
        .limit(SEQUENCES / 10)
        .forEach(
            seed -> {
              RandomCalls calls = new RandomCalls(release, seed);
              try {
                calls.run(CALLS);
              } catch (KernelBug finding) {
                // That is what a kernel without one of its steps is for.
              } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + calls, e);
              }
            });
  }

  private static LongStream seeds() {
    return LongStream.range(0, SEQUENCES);
  }

  private static void runWithoutFinding(Release release, long seed) {
    RandomCalls calls = new RandomCalls(release, seed);
    try {
      calls.run(CALLS);
      calls.checkInvariants();
    } catch (KernelBug | RuntimeException e) {
      throw new AssertionError("seed " + seed + ": " + calls, e);
    }
  }
}
