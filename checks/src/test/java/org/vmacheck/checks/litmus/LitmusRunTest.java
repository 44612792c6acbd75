package org.vmacheck.checks.litmus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vmacheck.checks.litmus.run.Enumeration;
import org.vmacheck.checks.litmus.run.Exploration;
import org.vmacheck.checks.litmus.run.LitmusResult;
import org.vmacheck.checks.litmus.syntax.LitmusReader;
import org.vmacheck.checks.litmus.syntax.LitmusTest;
import org.vmacheck.checks.litmus.syntax.SyntaxFailure;
import org.vmacheck.checks.litmus.syntax.UnsupportedConstruct;

class LitmusRunTest {

  @Test
  void theOutcomeIsShownAsHerdShowsIt() throws Exception {
    LitmusResult result =
        run(
            "C sb",
            "{}",
            "P0(int *x, int *y) { WRITE_ONCE(*x, 1); int r0 = READ_ONCE(*y); }",
            "P1(int *x, int *y) { WRITE_ONCE(*y, 1); int r0 = READ_ONCE(*x); }",
            "exists (0:r0=0 /\\ 1:r0=0)");

    assertThat(HerdText.of(result))
        .isEqualTo(
            """
            Test sb Allowed
            States 4
            0:r0=0; 1:r0=0;
            0:r0=0; 1:r0=1;
            0:r0=1; 1:r0=0;
            0:r0=1; 1:r0=1;
            Ok
            Witnesses
            Positive: 1 Negative: 3
            Condition exists (0:r0=0 /\\ 1:r0=0)
            Observation sb Sometimes 1 3
            """);
  }

  @Test
  void aDataRaceIsFlagged() throws Exception {
    LitmusResult result =
        run(
            "C race",
            "{}",
            "P0(int *x) { *x = 1; }",
            "P1(int *x) { int r0 = *x; }",
            "exists (1:r0=1)");

    assertThat(result.dataRace()).isTrue();
    assertThat(HerdText.of(result)).contains("\nFlag data-race\n");
  }

  @Test
  void integerTypesOfOtherCollectionsAreRead() throws Exception {
    LitmusResult result =
        run(
            "C casts",
            "{ int *p = y; }",
            "P0(int **p, int *x) {",
            "  intptr_t r0; uintptr_t r1 = (uintptr_t) 7; bool r2;",
            "  r0 = (intptr_t) rcu_dereference(*p);",
            "  int *r3 = (int *) rcu_dereference(*(int **)p);",
            "  r2 = (r0 == (intptr_t) r3);",
            "}",
            "exists (0:r0=y /\\ 0:r1=7 /\\ 0:r2=1)");

    assertThat(result.observation()).isEqualTo("Always");
  }

  @Test
  void operatorsAreThoseOfC() throws Exception {
    LitmusResult result =
        run(
            "C operators",
            "{ x = 6; }",
            "P0(int *x) {",
            "  int r0 = READ_ONCE(*x);",
            "  int r1 = !r0; int r2 = !!r0; int r3 = ~r0 & 7; int r4 = r0 & 3 | 8;",
            "  int r5 = r0 && r1 || r2; int r6 = r0 && 5; int r7 = 0 || 0; int r8 = -r0;",
            "  int r9 = READ_ONCE(*&*x);",
            "}",
            "exists (0:r1=0 /\\ 0:r2=1 /\\ 0:r3=1 /\\ 0:r4=10 /\\ 0:r5=1 /\\ 0:r6=1 /\\ 0:r7=0"
                + " /\\ 0:r8=-6 /\\ 0:r9=6)");

    assertThat(result.observation()).isEqualTo("Always");
  }

  @Test
  void theRightSideOfAConjunctionIsOnlyReadIfTheLeftSideHolds() throws Exception {
    LitmusResult result =
        run(
            "C short",
            "{ z = 1; }",
            "P0(int *x, int *y) { *y = 1; smp_store_release(x, 1); }",
            "P1(int *x, int *y, int *z) {",
            "  int r0 = smp_load_acquire(x) && *y;",
            "  int r1 = READ_ONCE(*z) || *y;",
            "}",
            "exists (1:r0=1)");

    // if the plain read of y did not wait for the flag, it would race
    assertThat(result.dataRace()).isFalse();
    assertThat(result.states()).containsOnlyKeys("1:r0=0;", "1:r0=1;");
  }

  @Test
  void storesWithABarrierNameTheirLocationAsTheKernelOrAsHerdDoes() throws Exception {
    LitmusResult result =
        run(
            "C sb",
            "{}",
            "P0(int *x, int *y) { smp_store_mb(*x, 1); int r0 = READ_ONCE(*y); }",
            "P1(int *x, int *y) { smp_store_mb(y, 1); int r0 = READ_ONCE(*x); }",
            "exists (0:r0=0 /\\ 1:r0=0)");

    assertThat(result.observation()).isEqualTo("Never");
  }

  @Test
  void pointersMayPointToPointers() throws Exception {
    LitmusResult result =
        run(
            "C indirect",
            "{ int **pp = &p; int *p = &x; int y = 5; }",
            "P0(int ***pp, int *y) {",
            "  int **r0 = READ_ONCE(*pp);",
            "  int r1 = **r0;",
            "  WRITE_ONCE(**pp, y);",
            "  int r2 = **r0;",
            "  **r0 = 6;",
            "}",
            "locations [x; y; p;] exists (0:r0=p /\\ 0:r1=0 /\\ 0:r2=5)");

    assertThat(result.states()).containsOnlyKeys("0:r0=p; 0:r1=0; 0:r2=5; [p]=y; [x]=0; [y]=6;");
  }

  @Test
  void manyWritesThatComputeAreForTheExplorer() throws Exception {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 25; i++) {
      code.append("WRITE_ONCE(*x, READ_ONCE(*x) + 1); ");
    }
    LitmusTest test =
        LitmusReader.read(
            "C increments\n{}\nP0(int *x) {"
                + code
                + "}\nP1(int *y) {"
                + code.toString().replace('x', 'y')
                + "}\nP2(int *z) {"
                + code.toString().replace('x', 'z')
                + "}\nexists (x=25 /\\ y=25 /\\ z=25)\n");

    assertThatThrownBy(() -> Enumeration.run(test))
        .isInstanceOf(UnsupportedConstruct.class)
        .hasMessageContaining("--engine explore");
    assertThat(Exploration.run(test).observation()).isEqualTo("Always");
  }

  @Test
  void twentyThreadsComeToAnAnswerOrSayThatTheyCannot() throws Exception {
    StringBuilder apart = new StringBuilder("C apart\n{}\n");
    StringBuilder together = new StringBuilder("C together\n{}\n");
    for (int t = 0; t < 20; t++) {
      apart.append("P").append(t).append("(int *x").append(t).append(") { int r0 = READ_ONCE(*x");
      apart.append(t).append("); WRITE_ONCE(*x").append(t).append(", r0 + 1); }\n");
      together.append("P").append(t).append("(int *x) { int r0 = READ_ONCE(*x); ");
      together.append("WRITE_ONCE(*x, r0 + 1); }\n");
    }
    LitmusTest easy = LitmusReader.read(apart.append("exists (19:r0=0)\n").toString());
    LitmusTest hard = LitmusReader.read(together.append("exists (x=20)\n").toString());

    assertThat(Enumeration.run(easy).observation()).isEqualTo("Always");
    assertThat(Exploration.run(easy).observation()).isEqualTo("Always");
    assertThatThrownBy(() -> Enumeration.run(hard)).isInstanceOf(UnsupportedConstruct.class);
    assertThatThrownBy(() -> Exploration.run(hard)).isInstanceOf(UnsupportedConstruct.class);
  }

  @Test
  void executionsAreCountedAndNotOnlyStates() throws Exception {
    LitmusResult result =
        run(
            "C counts",
            "{}",
            "P0(int *x) { WRITE_ONCE(*x, 1); }",
            "P1(int *x) { WRITE_ONCE(*x, 1); }",
            "exists (x=1)");

    assertThat(result.states()).isEqualTo(Map.of("[x]=1;", 2L));
    assertThat(result.observation()).isEqualTo("Always");
  }

  @Test
  void addressesAreValues() throws Exception {
    LitmusResult result =
        run(
            "C pointers",
            "{ int *p = y; 0:r9 = x; }",
            "P0(int **p) { WRITE_ONCE(*p, r9); int *r0 = READ_ONCE(*p); int r1 = (r0 != 0); }",
            "forall (0:r0=x /\\ p=&x /\\ 0:r1=1)");

    assertThat(result.ok()).isTrue();
    assertThat(result.states()).containsOnlyKeys("0:r0=x; 0:r1=1; [p]=x;");
  }

  @Test
  void aValueMayRestOnABranchThatRestsOnTheValue() throws Exception {
    // load buffering through control: nobody sees 1 unless somebody has seen it
    LitmusResult result =
        run(
            "C control",
            "{}",
            "P0(int *x, int *y) { int r1 = 1; if (READ_ONCE(*x) == 0) r1 = 0;"
                + " WRITE_ONCE(*y, r1); }",
            "P1(int *x, int *y) { int r2 = READ_ONCE(*y); WRITE_ONCE(*x, r2); }",
            "exists (0:r1=1)");

    assertThat(result.observation()).isEqualTo("Sometimes");
  }

  @Test
  void plainAccessesMayHandAValueRoundThatNobodyWrote() throws Exception {
    LitmusResult result =
        run(
            "C thin-air",
            "{}",
            "P0(int *x, int *y) { int r1 = *x; *y = r1; }",
            "P1(int *x, int *y) { int r1 = *y; *x = r1; }",
            "exists (~0:r1=0)");

    assertThat(result.states()).containsKey("0:r1=?;");
    assertThat(result.dataRace()).isTrue();
  }

  @Test
  void aRegisterThatIsNeverSetIsZero() throws Exception {
    LitmusResult result =
        run("C unset", "{}", "P0(int *x) { if (READ_ONCE(*x)) r1 = 2; }", "forall (0:r1=0)");

    assertThat(result.ok()).isTrue();
  }

  @Test
  void implicationAndNegationBindAsTheyShould() throws Exception {
    String[] test = {"C logic", "{ x=1; }", "P0(int *x) { }", "forall (~x=1 \\/ x=1 => x=1)"};

    assertThat(run(test).ok()).isTrue();
  }

  @Test
  void aSyntaxErrorSaysWhereAndWhatWasExpected() {
    assertThatThrownBy(() -> run("C bad", "{}", "P0(int *x) { READ_ONCE(*x) }", "exists (x=1)"))
        .isInstanceOfSatisfying(
            SyntaxFailure.class,
            failure -> {
              assertThat(failure.line()).isEqualTo(3);
              assertThat(failure.column()).isEqualTo(28);
            })
        .hasMessage("found '}', expected ';'");
    assertThatThrownBy(() -> run("PPC bad", "{}"))
        .hasMessage("found 'PPC', expected a first line 'C name'");
    assertThatThrownBy(() -> run("C bad", "{}", "P0(int *x) { }"))
        .hasMessageContaining("found the end of the file")
        .hasMessageContaining("'exists'");
  }

  @Test
  void aWrongArgumentIsASyntaxError() {
    assertThatThrownBy(() -> run("C bad", "{}", "P0(int *x) { READ_ONCE(x); }", "exists (x=1)"))
        .isInstanceOf(SyntaxFailure.class)
        .hasMessageContaining("READ_ONCE(*x)");
    assertThatThrownBy(() -> run("C bad", "{}", "P0(int *x) { smp_mb(x); }", "exists (x=1)"))
        .isInstanceOf(SyntaxFailure.class)
        .hasMessage("smp_mb takes 0 arguments and gets 1");
  }

  @Test
  void anUnknownPrimitiveIsNamedAndNotGuessed() {
    assertThatThrownBy(() -> run("C odd", "{}", "P0(int *x) { read_lock(x); }", "exists (x=1)"))
        .isInstanceOfSatisfying(
            UnsupportedConstruct.class,
            construct -> assertThat(construct.construct()).isEqualTo("read_lock()"))
        .hasMessage("read_lock() in line 3");
    assertThatThrownBy(() -> run("C odd", "{ int x[2]; }", "P0(int *x) { }", "exists (x=1)"))
        .isInstanceOf(UnsupportedConstruct.class)
        .hasMessageContaining("array");
  }

  @Test
  void anAccessThroughWhatIsNoAddressIsNotGuessed() {
    assertThatThrownBy(
            () ->
                run(
                    "C wild",
                    "{}",
                    "P0(int **p) { int *r0 = READ_ONCE(*p); int r1 = READ_ONCE(*r0); }",
                    "exists (0:r1=0)"))
        .isInstanceOf(UnsupportedConstruct.class)
        .hasMessageContaining("0");
  }

  private static LitmusResult run(String... lines) throws SyntaxFailure {
    return Enumeration.run(LitmusReader.read(String.join("\n", lines) + "\n"));
  }
}
