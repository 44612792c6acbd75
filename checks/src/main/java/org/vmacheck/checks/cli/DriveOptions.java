package org.vmacheck.checks.cli;

import java.time.Duration;
import java.util.Optional;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.live.CProgram;
import org.vmacheck.checks.live.NotExported;
import org.vmacheck.checks.live.drive.PlanReader;
import org.vmacheck.checks.live.drive.Plans;
import org.vmacheck.model.release.Release;
import picocli.CommandLine.Option;

/** Whether the threads of a page are driven, and how. */
final class DriveOptions {

  private static final Duration BUDGET = Duration.ofSeconds(30);

  @Option(
      names = "--drive",
      description = {
        "Hold threads inside the kernel, as in an execution that is not as the page says:",
        "BPF programs on kprobes do it (docs/drive.md)."
      })
  private boolean drive;

  @Option(
      names = "--drive-plan",
      paramLabel = "PLAN",
      description = "The same by a plan of your own: 'P1 to mprotect_fixup, P0 to end, P1 to end'.")
  private String text;

  /** Whether anything is to be driven. */
  boolean driven() {
    return drive || text != null;
  }

  /**
   * A page as a program.
   *
   * @param plan by which its threads are driven, if they are
   */
  record Program(String source, Optional<Plans> plan) {}

  /**
   * The program of a page.
   *
   * @param kernel the release that is driven, if it is
   * @throws NotExported if it cannot be a program, or has no plan
   */
  Program program(OnePage one, Release kernel) {
    Page page = one.entry().page();
    String free = CProgram.of(page, one.name(), one.text());
    return driven() ? driven(one, plan(page, kernel)) : new Program(free, Optional.empty());
  }

  private static Program driven(OnePage one, Plans plan) {
    String source = CProgram.driven(one.entry().page(), one.name(), one.text(), plan.plan());
    return new Program(source, Optional.of(plan));
  }

  private Plans plan(Page page, Release kernel) {
    return text == null
        ? Plans.of(page, kernel, BUDGET)
            .orElseThrow(
                () -> new NotExported("no release has an execution to drive a kernel along"))
        : new Plans(PlanReader.read(text, page), Optional.empty());
  }
}
