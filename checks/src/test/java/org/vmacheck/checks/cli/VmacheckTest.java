package org.vmacheck.checks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vmacheck.checks.engine.Engine;

class VmacheckTest {

  private static final Engine HOLDS = new Fixtures.Fixed("holds", Fixtures.holds());
  private static final Engine VIOLATED = new Fixtures.Fixed("violated", Fixtures.violated());
  private static final Engine NEVER = new Fixtures.Fixed("never", Fixtures.inconclusive());

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private int run(Engine engine, String... args) {
    return Vmacheck.run(
        Fixtures.catalogue(engine), new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  @Test
  void withoutArgumentsEveryClaimIsJudgedOnTheNewestKernel() {
    assertThat(run(HOLDS)).isZero();
    assertThat(out.toString())
        .contains("C1/first", "1 of 1 verdicts as expected", "vmacheck check")
        .doesNotContain("C2/second");
  }

  @Test
  void withoutAnIdEveryClaimIsJudged() {
    assertThat(run(HOLDS, "check")).isEqualTo(ExitStatus.NOT_AS_EXPECTED);
    assertThat(out.toString()).contains("C1/first", "C2/second", "2 of 4 verdicts as expected");
  }

  @Test
  void aClaimThatHoldsAsExpectedIsStatus0() {
    assertThat(run(HOLDS, "check", "C1")).isZero();
    assertThat(out.toString()).contains("holds").doesNotContain("(!)");
  }

  @Test
  void aClaimThatIsViolatedAsExpectedIsStatus0AndShowsItsCounterexample() {
    assertThat(run(VIOLATED, "check", "c2")).isZero();
    assertThat(out.toString())
        .contains("C2/second is violated on 6.19")
        .contains("check C2/second --kernel 6.19 --engine violated --model lkmm");
  }

  @Test
  void anUnexpectedVerdictIsMarkedAndStatus1() {
    assertThat(run(VIOLATED, "check", "C1")).isEqualTo(ExitStatus.NOT_AS_EXPECTED);
    assertThat(out.toString()).contains("guard_without_flag", "(!)", "expected holds");
  }

  @Test
  void aBudgetThatEndsIsStatus3() {
    assertThat(run(NEVER, "check", "C1")).isEqualTo(ExitStatus.INCONCLUSIVE);
  }

  @Test
  void anEngineThatFailsIsNoVerdictAndStatus70() {
    assertThat(run(new Fixtures.Failing("canary"), "check", "C1"))
        .isEqualTo(ExitStatus.INTERNAL_ERROR);
    assertThat(out.toString()).contains("error (!)", "the canary passed");
  }

  @Test
  void aFaultIsOneLineAndStatus70() throws IOException {
    assertThat(run(new Fixtures.Faulty("faulty"), "check", "C1"))
        .isEqualTo(ExitStatus.INTERNAL_ERROR);
    assertThat(err.toString().lines()).singleElement().asString().contains("a fault", ".trace");
    Matcher trace = Pattern.compile("(/\\S+\\.trace)").matcher(err.toString());
    assertThat(trace.find()).isTrue();
    assertThat(Path.of(trace.group(1))).content().contains("Fixtures$Faulty");
    Files.delete(Path.of(trace.group(1)));
  }

  @Test
  void anUnknownClaimNamesWhatIsNear() {
    assertThat(run(HOLDS, "check", "C11")).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString().lines())
        .singleElement()
        .isEqualTo("vmacheck check: no claim or race 'C11'; did you mean C1?");
  }

  @Test
  void aRaceAmongTheClaimsPointsToReproduce() {
    assertThat(run(HOLDS, "check", "A1")).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString()).contains("vmacheck reproduce A1");
  }

  @Test
  void aRaceIsFoundByItsCveNumber() {
    String[] args = {"reproduce", "--cve", "cve-2025-38554", "--engine", "holds"};
    Catalogue catalogue = new Catalogue(Catalogue.shipped().book(), java.util.List.of(HOLDS));
    int status = Vmacheck.run(catalogue, new PrintWriter(out, true), new PrintWriter(err), args);
    assertThat(status).isEqualTo(ExitStatus.NOT_AS_EXPECTED);
    assertThat(out.toString()).contains("B2/foreign-mm", "without pin-foreign-mm");
  }

  @Test
  void aCveNumberThatNoPageHasIsAnErrorOfOneLine() {
    assertThat(run(HOLDS, "reproduce", "--cve", "CVE-2025-1")).isEqualTo(2);
    assertThat(err.toString()).hasLineCount(1).contains("no page reproduces 'CVE-2025-1'");
  }

  @Test
  void allRacesAreATableWithALineEach() {
    assertThat(run(HOLDS, "reproduce", "--all")).isEqualTo(ExitStatus.NOT_AS_EXPECTED);
    assertThat(out.toString())
        .contains("without the fix", "with it", "holds (!)")
        .containsPattern("0 of [0-9]+ races reproduce as reported");
  }

  @Test
  void aReleaseThatAPageSaysNothingOfIsAskedAllTheSame() {
    run(HOLDS, "reproduce", "A1", "--kernel", "7.0");
    assertThat(out.toString()).contains("7.0");
  }

  @Test
  void theListOfRacesTellsWhichAreNotShown() {
    assertThat(run(HOLDS, "list", "races")).isEqualTo(ExitStatus.AS_EXPECTED);
    assertThat(out.toString()).contains("not shown", "S1 ", "locked_vm is not modelled");
  }

  @Test
  void toReproduceNothingIsAnErrorOfOneLine() {
    assertThat(run(HOLDS, "reproduce")).isEqualTo(2);
    assertThat(err.toString()).hasLineCount(1).contains("vmacheck list races");
  }

  @Test
  void anUnknownKernelNamesTheKernels() {
    assertThat(run(HOLDS, "check", "--kernel", "6.1")).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString()).contains("no kernel '6.1'", "6.12");
  }

  @Test
  void anUnknownEngineNamesTheEngines() {
    assertThat(run(HOLDS, "check", "--engine", "genmc")).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString()).contains("no engine 'genmc'; engines are holds");
  }

  @Test
  void anUnknownOptionNamesWhatIsNear() {
    assertThat(run(HOLDS, "check", "--modle", "sc")).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString().lines()).singleElement().asString().contains("--modle", "--model");
  }

  @Test
  void anUnknownCommandNamesWhatIsNear() {
    assertThat(run(HOLDS, "chekc")).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString().lines()).singleElement().asString().contains("chekc", "check");
  }

  @Test
  void aModelThatTheEngineDoesNotKnowIsRefused() {
    assertThat(run(new Fixtures.Failing("sconly"), "check", "--model", "tso"))
        .isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString()).contains("does not know --model tso, only sc");
  }

  @Test
  void aBudgetMustBeATime() {
    assertThat(run(HOLDS, "check", "--budget", "soon")).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString().lines()).singleElement().asString().contains("'soon' is not a time");
  }

  @Test
  void theJsonHasTheDocumentedFields() throws Exception {
    Path file = folder.resolve("verdicts.json");
    assertThat(run(VIOLATED, "check", "C2", "--json", file.toString())).isZero();
    JsonNode root = new ObjectMapper().readTree(Files.readString(file));
    assertThat(root.fieldNames()).toIterable().containsExactly("tool", "results");
    assertThat(root.get("tool").fieldNames()).toIterable().containsExactly("name", "version");
    JsonNode result = root.get("results").get(0);
    assertThat(result.fieldNames())
        .toIterable()
        .containsExactly(
            "id",
            "kind",
            "engine",
            "model",
            "kernel",
            "verdict",
            "expected",
            "exhaustive",
            "executions",
            "blocked",
            "millis",
            "detail",
            "finding",
            "counterexample");
    assertThat(result.get("verdict").asText()).isEqualTo("violated");
    assertThat(result.get("finding").asText()).isEqualTo("guard_without_flag");
    assertThat(result.get("counterexample").get(1).fieldNames())
        .toIterable()
        .containsExactly("thread", "op", "function", "access", "location", "value", "locks");
    assertThat(result.get("counterexample").get(1).get("thread").asText()).isEqualTo("madvise");
  }

  @Test
  void nothingButTheJsonIsLeftBehind() throws Exception {
    run(HOLDS, "check", "C1", "--json", folder.resolve("verdicts.json").toString());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("verdicts.json"));
    }
  }

  @Test
  void aFileThatCannotBeWrittenIsNoticedBeforeTheWork() throws Exception {
    Path file = folder.resolve("missing").resolve("verdicts.json");
    assertThat(run(new Fixtures.Faulty("faulty"), "check", "--json", file.toString()))
        .isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains("--json", "no directory", "missing");
  }

  @Test
  void aFaultLeavesAnOldReportAsItWas() throws Exception {
    Path file = Files.writeString(folder.resolve("verdicts.json"), "old");
    run(new Fixtures.Faulty("faulty"), "check", "--json", file.toString());
    assertThat(file).hasContent("old");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aRaceIsReproducedIfItsVariantFailsAndTheFixedKernelHolds() {
    Engine engine = new Fixtures.Fixed("violated", Fixtures.violated());
    assertThat(run(engine, "reproduce", "A1")).isEqualTo(ExitStatus.NOT_AS_EXPECTED);
    assertThat(out.toString())
        .contains("1 of 2 verdicts as expected")
        .contains("A1/third on 6.18, violated sc: violated guard_without_flag, expected holds");
  }

  @Test
  void theListNamesEverything() {
    assertThat(run(HOLDS, "list")).isZero();
    assertThat(out.toString())
        .contains("No guard is lost.", "a guard marker is lost", "6.18", "C1/first", "holds");
  }

  @Test
  void oneListCanBeAskedFor() {
    assertThat(run(HOLDS, "list", "engines")).isZero();
    assertThat(out.toString()).contains("sc, tso, lkmm").doesNotContain("guard");
  }

  @Test
  void anUnknownListNamesTheLists() {
    assertThat(run(HOLDS, "list", "clams")).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains("clams", "did you mean claims?");
  }

  private int shipped(String... args) {
    return Vmacheck.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  @Test
  void aCounterexampleIsReplayedByTheCommandThatItPrints() {
    assertThat(shipped("check", "C64", "--kernel", "6.19", "--model", "sc", "-j", "1")).isZero();
    String shown = out.toString();
    Matcher replay =
        Pattern.compile("Replay: +\\./vmacheck (replay [^\n]+(\n {13}[^\n]+)*)").matcher(shown);
    assertThat(replay.find()).isTrue();
    String counterexample = shown.substring(shown.indexOf("-----", shown.indexOf("\n\n")));
    out.getBuffer().setLength(0);
    assertThat(shipped(replay.group(1).strip().split("\\s+"))).isZero();
    assertThat(counterexample).startsWith(out.toString().strip());
  }

  @Test
  void anExecutionThatTheModelNoLongerHasIsStatus1() {
    assertThat(shipped("replay", "C64/guard-vs-split", "--kernel", "6.18", "sc", "a1", "b999"))
        .isEqualTo(ExitStatus.NOT_AS_EXPECTED);
    assertThat(out.toString()).contains("the model no longer has this execution");
  }

  @Test
  void whatIsNoReplayStringIsBadInput() {
    assertThat(shipped("replay", "C64/guard-vs-split", "--kernel", "6.18", "sc", "rubbish"))
        .isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString().lines()).singleElement().asString().contains("no replay string");
  }

  @Test
  void aPageOfOnesOwnIsRun() throws Exception {
    Path page =
        Files.writeString(
            folder.resolve("mine.mm"),
            "init { mmap(0, 2, PROT_READ); }\nP0 { munmap(0, 1); }\nforall mapped(1)\n");
    assertThat(shipped("run", page.toString(), "--kernel", "7.3")).isZero();
    assertThat(out.toString()).contains("mine.mm", "holds");
  }

  @Test
  void aPageWithoutExpectationsNeedsAKernel() throws Exception {
    Path page =
        Files.writeString(
            folder.resolve("mine.mm"), "init { mmap(0, 2, PROT_READ); }\nP0 { read(0); }\n");
    assertThat(shipped("run", page.toString())).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString().lines()).singleElement().asString().contains("--kernel 7.3");
  }

  @Test
  void aWrongPageIsOneLineWithItsPlace() throws Exception {
    Path page = Files.writeString(folder.resolve("mine.mm"), "P0 { madvice(0, 1); }\n");
    assertThat(shipped("run", page.toString())).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .endsWith("mine.mm:1:6: no system call 'madvice'; did you mean madvise?");
  }

  @Test
  void aKernelCanBeDescribedByItsPatches() {
    assertThat(
            shipped(
                "check",
                "C68",
                "--kernel",
                "7.3",
                "--without",
                "retest-under-ptl",
                "--model",
                "sc"))
        .isZero();
    assertThat(out.toString()).contains("7.3 without", "violated", "guard_lost");
  }

  @Test
  void aPatchThatDoesNotExistNamesWhatIsNear() {
    assertThat(shipped("check", "C68", "--without", "retest-under-plt"))
        .isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString())
        .contains("no patch 'retest-under-plt'; did you mean retest-under-ptl?");
  }

  @Test
  void anExplanationHasThePageAndTheCommands() {
    assertThat(shipped("explain", "A2")).isZero();
    assertThat(out.toString())
        .contains("forall guard(0)", "retest-under-ptl: ", "./vmacheck reproduce A2/");
  }

  @Test
  void aFullTargetIsOneLineAndTheVerdictsReachTheTerminal() {
    assumeTrue(Files.exists(Path.of("/dev/full")), "a system with /dev/full");
    assertThat(run(HOLDS, "check", "C1", "--json", "/dev/full")).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(out.toString()).contains("C1/first", "1 of 1 verdicts as expected");
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains("--json: /dev/full cannot be written: No space left on device");
  }

  @Test
  void aPathOfTheModelThatThrowsIsNoVerdictAndStatus70() {
    assertThat(run(new Fixtures.Fixed("broken", Fixtures.exception()), "check", "C2"))
        .isEqualTo(ExitStatus.INTERNAL_ERROR);
    assertThat(out.toString())
        .contains("error (!)")
        .contains("a path of the model failed: java.lang.NullPointerException")
        .contains("scenario: madvise(0, 1, MADV_GUARD_INSTALL) || mprotect(0, 2, PROT_READ)");
  }
}
