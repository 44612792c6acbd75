package org.vmacheck.checks.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vmacheck.checks.syscall.Prot;
import org.vmacheck.checks.syscall.SystemCall;
import org.vmacheck.checks.syscall.SystemCall.Range;
import org.vmacheck.model.release.Releases;

/** Making, reading and shrinking sequences, which needs no kernel. */
class SequencesTest {

  @Test
  void aSeedAlwaysMakesTheSameSequence() {
    assertThat(Generator.sequence(5, 30, true)).isEqualTo(Generator.sequence(5, 30, true));
    assertThat(Generator.sequence(5, 30, true)).isNotEqualTo(Generator.sequence(6, 30, true));
  }

  @Test
  void everySequenceThatIsDrawnCanAlsoBeTyped() {
    for (int seed = 0; seed < 500; seed++) {
      List<SystemCall> calls = Generator.sequence(seed, 30, true);
      String text = String.join("; ", calls.stream().map(SystemCall::text).toList());
      assertThat(GivenCalls.read(text)).isEqualTo(calls);
    }
  }

  @Test
  void aKernelWithoutGuardRegionsIsNotAskedForThem() {
    for (int seed = 0; seed < 200; seed++) {
      assertThat(Generator.sequence(seed, 30, false))
          .noneMatch(
              call ->
                  call instanceof SystemCall.Madvise advise && advise.advice().needsGuardRegions());
    }
  }

  @Test
  void whatCannotBeComparedIsRefusedWithTheReason() {
    assertThatThrownBy(() -> GivenCalls.read("fork(); smaps(1)"))
        .hasMessage(
            "smaps(1) is not compared with the kernel: the flags are compared after every call");
    assertThatThrownBy(() -> GivenCalls.read("write(16)"))
        .hasMessage("write(16) names page 16, expected one of 0 to 15");
    assertThatThrownBy(() -> GivenCalls.read("write(1, 256)"))
        .hasMessage("write(1, 256) writes more than a byte, expected 0 to 255");
    assertThatThrownBy(() -> GivenCalls.read("mmap(0, 1, PROT_READ, MAP_FIXED, g)"))
        .hasMessageEndingWith("names the file g, expected f");
  }

  @Test
  void theFormForTheKernelIsTheTextWithNumbers() {
    List<SystemCall> calls =
        GivenCalls.read(
            "mmap(0, 4, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_FIXED, f, 2); mmap(0, 4, PROT_NONE);"
                + " mremap(0, 1, 2, MREMAP_MAYMOVE|MREMAP_FIXED, 4);"
                + " madvise(0, 1, MADV_GUARD_INSTALL); write(3); become_child()");
    assertThat(calls)
        .extracting(WireForm::of)
        .containsExactly(
            "mmap(0, 4, 3, 17, 0, 2)",
            "mmap(0, 4, 0, 2, -1, 0)",
            "mremap(0, 1, 2, 3, 4)",
            "madvise(0, 1, 102)",
            "write(3, 1)",
            "become_child()");
  }

  /** Else each side could wait for the other to read. */
  @Test
  void whatIsUnderWayFitsIntoAPipe() {
    for (int length : List.of(1, 30, 300, 1000)) {
      int bytes = 0;
      for (int number = 0; number < KernelSide.batch(length); number++) {
        for (SystemCall call : Generator.sequence(number, length, true)) {
          bytes += WireForm.of(call).length() + 1;
        }
      }
      assertThat(bytes).as("length " + length).isLessThan(60_000);
    }
  }

  @Test
  void shrinkingLeavesOnlyWhatIsNeeded() {
    List<SystemCall> with = new ArrayList<>(Generator.sequence(3, 40, true));
    with.add(20, new SystemCall.Mprotect(new Range(4, 3), Set.of(Prot.PROT_READ)));
    List<SystemCall> shrunk =
        new Shrinker(calls -> calls.stream().anyMatch(SequencesTest::protectsPageFive))
            .shrink(with);
    assertThat(shrunk)
        .containsExactly(new SystemCall.Mprotect(new Range(5, 1), Set.of(Prot.PROT_READ)));
  }

  private static boolean protectsPageFive(SystemCall call) {
    return call instanceof SystemCall.Mprotect protect
        && protect.range().start() <= 5
        && protect.range().end() > 5
        && protect.prot().equals(Set.of(Prot.PROT_READ));
  }

  @Test
  void theModelRunsOnItsOwn() {
    List<String> lines =
        new ModelSide(ModelSide.stock(Releases.of("6.18")))
            .run(
                GivenCalls.read(
                    "mmap(0, 4, PROT_READ|PROT_WRITE, MAP_FIXED);"
                        + " madvise(1, 2, MADV_GUARD_INSTALL)"));
    assertThat(Observation.parse(lines.get(1)).areas())
        .containsExactly(new Observation.Area(0, 4, "rw-p", 0, "-", "rd wr mr mw me gu ac"));
    assertThat(Observation.parse(lines.get(1)).pages()).isEqualTo(".GG.............");
  }
}
