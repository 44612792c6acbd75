package org.vmacheck.checks.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReasonsTest {

  private static final Mutation WMB =
      new Mutation(
          new Event(Call.SMP_WMB, ""),
          new Site(
              List.of(new Site.Line("pgtable.PteMap", "orderContents", line(), "pmd_install"))),
          Weakening.DROPPED);

  /** Where the model has the barrier now. */
  private static int line() {
    for (int number = 1; ; number++) {
      if (ModelSource.line("pgtable/PteMap.java", number).equals("memory.smpWmb();")) {
        return number;
      }
    }
  }

  private static Reasons reasons(String text) {
    return Reasons.parse(text);
  }

  @Test
  void aReasonExplainsTheStepThatItNames() {
    Reasons reasons =
        reasons("# comment\npmd_install: smp_wmb() | dropped\n  memory.smpWmb();\n  A\n  B.\n");
    assertThat(reasons.why(WMB)).contains("A B.");
    assertThat(reasons.unneeded(List.of(WMB))).isEmpty();
  }

  @Test
  void aStarStandsForAnyFunctions() {
    assertThat(reasons("*install: smp_*() | dropped\n memory.smpWmb();\n A.").why(WMB)).isPresent();
    assertThat(reasons("*alloc: smp_*() | dropped\n memory.smpWmb();\n A.").why(WMB)).isEmpty();
  }

  @Test
  void aReasonForOtherCodeExplainsNothing() {
    Reasons reasons = reasons("pmd_install: smp_wmb() | dropped\n  memory.smpMb();\n  A.\n");
    assertThat(reasons.why(WMB)).isEmpty();
    assertThat(reasons.unneeded(List.of(WMB)))
        .containsExactly("pmd_install: smp_wmb() | dropped: memory.smpMb();");
  }

  @Test
  void aReasonForAnotherWeakeningExplainsNothing() {
    assertThat(reasons("pmd_install: smp_wmb() | late\n  memory.smpWmb();\n  A.\n").why(WMB))
        .isEmpty();
  }

  @Test
  void oneReasonMayBeGoodForSeveralSteps() {
    Reasons reasons =
        reasons(
            "a: b() | late\n  c();\npmd_install: smp_wmb() | dropped\n  memory.smpWmb();\n  A.\n");
    assertThat(reasons.why(WMB)).contains("A.");
    assertThat(reasons.all()).hasSize(2);
  }

  @Test
  void anEntryWithoutAReasonIsRefused() {
    assertThatThrownBy(() -> reasons("pmd_install: smp_wmb() | dropped\n  memory.smpWmb();\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unnoticed.txt, before line 2");
    assertThatThrownBy(() -> reasons("pmd_install: smp_wmb() | gone\n  code\n  A.\n"))
        .hasMessageContaining("place: step | weakening");
  }

  @Test
  void aHoleIsPrintedAsTheFileHasItSoThatOnlyTheReasonIsMissing() {
    Result hole = new Result(new Reached(WMB, List.of()), List.of(), 3, 1);
    String printed = new MutantReport(List.of(hole), reasons("")).summary();
    String entry = printed.substring(printed.indexOf("# ")) + "  A.\n";
    assertThat(entry).contains("PteMap.java:" + line(), "1 of them undecided");
    assertThat(reasons(entry).why(WMB)).contains("A.");
  }

  @Test
  void theReasonsOfTheBookCanBeRead() {
    assertThat(Reasons.shipped()).isNotNull();
  }
}
