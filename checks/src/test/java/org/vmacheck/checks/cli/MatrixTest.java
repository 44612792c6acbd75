package org.vmacheck.checks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vmacheck.checks.book.Book;
import org.vmacheck.checks.book.PageReader;
import org.vmacheck.checks.engine.Engine;

/** {@code vmacheck check --kernel all}. */
class MatrixTest {

  private static final Engine HOLDS = new Fixtures.Fixed("holds", Fixtures.holds());
  private static final Engine VIOLATED = new Fixtures.Fixed("violated", Fixtures.violated());
  private static final Engine NEVER = new Fixtures.Fixed("never", Fixtures.inconclusive());

  private static final String CALLS =
      """
      init { mmap(0, 2, PROT_READ|PROT_WRITE); }
      P0 { madvise(0, 1, MADV_GUARD_INSTALL); }
      P1 { mprotect(0, 2, PROT_READ); }
      forall guard(0)
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @AfterEach
  void forgetTheTerminal() {
    System.clearProperty("vmacheck.columns");
  }

  private int all(Catalogue catalogue, String... more) {
    String[] args = new String[more.length + 3];
    System.arraycopy(new String[] {"check", "--kernel", "all"}, 0, args, 0, 3);
    System.arraycopy(more, 0, args, 3, more.length);
    return Vmacheck.run(catalogue, new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  /** The marks of a claim, without the blanks. */
  private String marks(String claim) {
    return out.toString()
        .lines()
        .filter(line -> line.strip().startsWith(claim + " "))
        .map(line -> line.split("\\|")[1].replace(" ", ""))
        .findFirst()
        .orElseThrow();
  }

  private static Catalogue of(Engine engine, String... texts) {
    List<String> pages = List.of(texts);
    return new Catalogue(
        new Book(
            pages.stream()
                .map(
                    text ->
                        PageReader.read(
                            "book/flags/C1-page" + pages.indexOf(text) + ".mm",
                            "claim C1 \"No guard is lost.\" source a mail\n" + CALLS + text))
                .toList()),
        List.of(engine));
  }

  /** As many as there are releases from 6.18 on; older ones stand before them. */
  private static String fromNewest(String marks, int count) {
    return marks.substring(marks.length() - count);
  }

  @Test
  void eachClaimHasALineAndEachReleaseAMark() {
    assertThat(all(Fixtures.catalogue(HOLDS))).isEqualTo(ExitStatus.NOT_AS_EXPECTED);
    assertThat(fromNewest(marks("C1"), 6)).isEqualTo("+.....");
    assertThat(fromNewest(marks("C2"), 6)).isEqualTo(".!....");
    assertThat(out.toString())
        .contains("6.18 6.19 7.0 7.1 7.2 7.3", "No flag is lost.", "C2/second on 6.19", "1 of 2")
        .doesNotContain("A1");
  }

  @Test
  void everyReleaseAsExpectedIsStatus0() {
    assertThat(all(Fixtures.catalogue(VIOLATED), "C2")).isZero();
    assertThat(fromNewest(marks("C2"), 6)).isEqualTo(".X....");
  }

  @Test
  void ofSeveralPagesTheWorstIsShownAndAQuestionIsNoViolation() {
    String question = "expect 6.19..7.3 question violated guard_without_flag";
    String violated = "expect 7.1 violated guard_without_flag";
    assertThat(all(of(VIOLATED, question, violated, "expect 7.3 holds")))
        .isEqualTo(ExitStatus.NOT_AS_EXPECTED);
    assertThat(fromNewest(marks("C1"), 6)).isEqualTo(".??X?!");
  }

  @Test
  void mutantsAreNoReleases() {
    assertThat(all(of(HOLDS, "expect 7.3 holds\nexpect 7.3 without pmd-same violated guard_lost")))
        .isZero();
    assertThat(fromNewest(marks("C1"), 2)).isEqualTo(".+");
  }

  @Test
  void noVerdictIsAMarkOfItsOwn() {
    assertThat(all(of(NEVER, "expect 7.3 holds"))).isEqualTo(ExitStatus.INCONCLUSIVE);
    assertThat(fromNewest(marks("C1"), 1)).isEqualTo("~");
    out.getBuffer().setLength(0);
    assertThat(all(of(new Fixtures.Failing("canary"), "expect 7.3 holds")))
        .isEqualTo(ExitStatus.INTERNAL_ERROR);
    assertThat(fromNewest(marks("C1"), 1)).isEqualTo("E");
  }

  @Test
  void theJsonHasTheClaimsAndTheVerdicts() throws IOException {
    Path json = folder.resolve("all.json");
    assertThat(all(Fixtures.catalogue(VIOLATED), "C2", "--json", json.toString())).isZero();
    JsonNode document = new ObjectMapper().readTree(json.toFile());
    JsonNode claim = document.get("claims").get(0);
    assertThat(claim.get("id").asText()).isEqualTo("C2");
    assertThat(claim.get("sentence").asText()).isEqualTo("No flag is lost.");
    assertThat(claim.get("releases").get("6.19").asText()).isEqualTo("violated");
    assertThat(claim.get("releases").get("6.18").asText()).isEqualTo("not asked");
    assertThat(document.get("results")).hasSize(1);
  }

  @Test
  void whereThereIsNoRoomTheSentenceIsLeftOut() {
    System.setProperty("vmacheck.columns", "60");
    assertThat(all(new Catalogue(Catalogue.shipped().book(), List.of(HOLDS))))
        .isEqualTo(ExitStatus.NOT_AS_EXPECTED);
    assertThat(out.toString().lines().takeWhile(line -> !line.isEmpty()))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
  }

  @Test
  void withAPatchTheKernelsAreAskedOneByOne() {
    all(Fixtures.catalogue(HOLDS), "C1", "--without", "retest-under-ptl");
    assertThat(out.toString()).contains(" 6.4 without ", " 7.3 without ", "retest-under-ptl");
  }
}
