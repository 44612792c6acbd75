package org.vmacheck.checks.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vmacheck.model.release.Release;

/** The short form of the comparison: a few seconds in every build that can. */
class ConformanceTest {

  @BeforeAll
  static void thisMachineCanCompare() {
    ThisMachine.assumeComparable();
  }

  private static Conformance compare(Settings settings) {
    return new Conformance(settings, new ThisKernel(), Optional.empty(), compared -> {});
  }

  private static Conformance compare(Settings settings, Release mistake) {
    return new Conformance(settings, new ThisKernel(), Optional.of(mistake), compared -> {});
  }

  @Test
  void theModelAndTheRunningKernelAgree() throws Exception {
    Settings settings = new Settings(20, 1000, 30, null, 2);
    ConformanceResult result = compare(settings).run();
    System.out.println("conform: " + ConformanceText.summary(result));
    assertThat(result.difference())
        .as(result.difference() == null ? "" : result.difference().report("", 30))
        .isNull();
    assertThat(result.sequences()).isEqualTo(1000);
  }

  @Test
  void everyKindOfEventIsCovered() throws Exception {
    Settings settings = new Settings(7, 640, 30, null, 2);
    Coverage coverage = compare(settings).run().coverage();
    assertThat(coverage.counts())
        .containsKeys(
            "merge: left",
            "merge: right",
            "merge: both",
            "merge: a sticky flag of one part stays",
            "merge: faulted with unfaulted",
            "merge: by mremap",
            "no merge: flags",
            "no merge: file offset",
            "no merge: anon_vma or page offset, in a forked child",
            "split: by MADV_DONTFORK",
            "state: guards across a VMA border",
            "state: in a forked child",
            "refused: access SIGBUS");
  }

  @Test
  void theFirstDifferenceDoesNotDependOnTheNumberOfThreads() throws Exception {
    var mistake = Mistakes.all().get("DONTNEED removes guards");
    for (int jobs : List.of(1, 3)) {
      Settings settings = new Settings(1, 320, 30, null, jobs);
      ConformanceResult result = compare(settings, mistake).run();
      assertThat(result.difference().number()).isEqualTo(5);
      assertThat(result.difference().script())
          .isEqualTo(
              "mmap(9, 1, PROT_READ|PROT_WRITE, MAP_FIXED); madvise(9, 1, MADV_GUARD_INSTALL); madvise(9, 1, MADV_DONTNEED)");
    }
  }

  @Test
  void aReportShowsTheCallsBothPicturesAndTheCommand() throws Exception {
    var mistake = Mistakes.all().get("guard remove clears VM_MAYBE_GUARD");
    Settings settings = new Settings(1, 320, 30, null, 1);
    String report = compare(settings, mistake).run().difference().report("", 30);
    assertThat(report)
        .contains("madvise(10, 1, MADV_GUARD_INSTALL)")
        .contains("VMAs    ........AAA.....")
        .contains("[8,11) flags: kernel rd mr mw me gu, model rd mr mw me")
        .containsPattern("vmacheck conform --seed \\d+ --sequences 1 --length 30");
  }
}
