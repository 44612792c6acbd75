package org.vmacheck.checks.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.checks.book.Book;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.live.kernel.KernelName;

/** Pages as programs, compiled and run on the kernel of this machine. */
class ExportedPagesTest {

  private static final List<String> STRICT =
      List.of("-O1", "-Wall", "-Wextra", "-Werror", "-pthread");

  private static final Duration BUDGET = Duration.ofSeconds(10);

  @TempDir private Path folder;

  static Stream<Page> exported() {
    return Book.shipped().pages().stream().filter(ExportedPagesTest::isExported);
  }

  private static boolean isExported(Page page) {
    try {
      CProgram.of(page, "page");
      return true;
    } catch (NotExported not) {
      return false;
    }
  }

  @Test
  void mostPagesOfSystemCallsAreExported() {
    assertThat(exported()).hasSizeGreaterThan(25);
  }

  /** A third of them, and none whose call never returns: that takes half a minute to see. */
  static Stream<Page> some() {
    return exported()
        .filter(page -> page.name().hashCode() % 3 == 0)
        .filter(page -> !page.address().startsWith("C109/guard-over"));
  }

  /** No comparison: on a kernel that the model does not know, or with a compiler missing. */
  @ParameterizedTest
  @MethodSource("some")
  void aPageCompilesWithoutAWarningAndShowsNothingThatTheModelDoesNotHave(Page page)
      throws IOException {
    CCompiler compiler = CCompiler.onPath().orElse(null);
    assumeTrue(compiler != null, "no C compiler");
    Path program = folder.resolve("test");
    compiler.compile(CProgram.of(page, page.name()), program, STRICT);
    // One thread does the same in every round.
    String rounds = page.threads().size() == 1 ? "5" : "200";
    Host.Job job = new Host.Job(program, List.of("-r", rounds, "-s", "5"));
    List<String> printed = new RunningKernel().run(List.of(job)).get(0);
    TestReport report = TestReport.parse(printed);
    assertThat(report.ended()).as(String.join("\n", printed)).isTrue();
    assumeTrue(report.skipped().isEmpty(), report.skipped());
    var release = new KernelName(report.kernel()).release();
    assumeTrue(release.isPresent(), "the model does not know " + report.kernel());
    LiveResult result =
        new LiveResult(page.name(), report, release.map(known -> Allowed.of(page, known, BUDGET)));
    assertThat(result.answer())
        .as(String.join("\n", printed))
        .isNotIn(LiveResult.Answer.NOT_ALLOWED, LiveResult.Answer.BROKEN);
  }
}
