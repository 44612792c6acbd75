package org.vmacheck.checks.live.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vmacheck.checks.book.Book;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.live.CCompiler;
import org.vmacheck.checks.live.CProgram;
import org.vmacheck.checks.live.Host;
import org.vmacheck.checks.live.RunningKernel;
import org.vmacheck.checks.live.TestReport;
import org.vmacheck.checks.live.drive.DelayPlan.Turn;
import org.vmacheck.checks.live.guest.Guest;
import org.vmacheck.checks.live.kernel.KernelImages;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/** Plans of the book's own pages, and programs that follow them. */
class PlansTest {

  private static final Duration BUDGET = Duration.ofSeconds(20);

  @TempDir private Path folder;

  private static Page page(String name) {
    return Book.shipped().pages().stream()
        .filter(page -> page.name().endsWith(name))
        .findFirst()
        .orElseThrow();
  }

  private static Plans plans(String page, String release) {
    return Plans.of(page(page), Releases.of(release), BUDGET).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "guard-vs-mprotect",
        "guard-vs-madvise",
        "guard-vs-mlock",
        "guard-vs-merge-existing"
      })
  void theWriterIsHeldWhereItHasReadTheFlagsUntilTheGuardIsThere(String page) {
    List<Turn> turns = plans(page, "7.3").plan().turns();
    assertThat(turns).extracting(Turn::thread).containsExactly("P1", "P0", "P1");
    assertThat(turns.get(0).stops()).contains(Stop.to("vma_modify_flags"));
    assertThat(turns.subList(1, 3)).allMatch(turn -> turn.stops().isEmpty());
  }

  @Test
  void aReleaseThatIsRightIsDrivenAsTheNewestThatIsNot() {
    assertThat(plans("guard-vs-mprotect", "6.18").release().map(Release::name)).hasValue("7.3");
    assertThat(plans("guard-vs-mprotect", "6.19").release().map(Release::name)).hasValue("6.19");
  }

  @Test
  void whatHoldsEverywhereCannotBeDriven() {
    assertThat(Plans.of(page("two-faults"), Releases.newest(), BUDGET)).isEmpty();
  }

  private Path program(String page) throws IOException {
    CCompiler compiler = CCompiler.onPath().orElse(null);
    assumeTrue(compiler != null, "no C compiler");
    Path program = folder.resolve("driven");
    String source = CProgram.driven(page(page), page, page(page).text(), plans(page, "7.3").plan());
    compiler.compile(
        source, program, List.of("-O1", "-Wall", "-Wextra", "-Werror", "-static", "-pthread"));
    return program;
  }

  @Test
  void aDrivenProgramCompilesWithoutAWarningAndComesToItsEnd() throws IOException {
    Host.Job job = new Host.Job(program("guard-vs-mprotect"), List.of("-r", "5", "-s", "5"));
    List<String> printed = new RunningKernel().run(List.of(job)).get(0);
    assertThat(TestReport.parse(printed).ended()).as(String.join("\n", printed)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"guard-vs-mprotect, guard_without_flag", "sticky-merge-vs-retract, guard_lost"})
  void anotherKernelFollowsThePlanAndShowsWhatTheModelHas(String page, String finding)
      throws IOException {
    Optional<KernelImages.Image> image = KernelImages.ofUser().of("7.3");
    assumeTrue(image.isPresent(), "no kernel 7.3 was fetched");
    assumeTrue(hasQemu(), "no QEMU");
    Host.Job job = new Host.Job(program(page), List.of("-r", "60", "-s", "25"));
    Guest guest = new Guest(image.get().vmlinuz(), Duration.ofSeconds(60), 2);
    List<String> printed = guest.run(List.of(job)).get(0);
    DriveReport drive = DriveReport.parse(printed).orElseThrow();
    assertThat(drive.followed()).as(String.join("\n", printed)).isPositive();
    assertThat(TestReport.parse(printed).finding()).isEqualTo(finding);
  }

  private static boolean hasQemu() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(path -> Path.of(path, "qemu-system-x86_64").toFile().canExecute());
  }
}
