package org.vmacheck.checks.cli;

import java.time.Duration;
import java.util.Optional;
import org.vmacheck.checks.book.Page;
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
   * The plan of a page, empty if nothing is to be driven.
   *
   * @throws NotExported if there is none
   */
  Optional<Plans> plan(Page page, Release kernel) {
    if (!driven()) {
      return Optional.empty();
    }
    if (text != null) {
      return Optional.of(new Plans(PlanReader.read(text, page), Optional.empty()));
    }
    Optional<Plans> plan = Plans.of(page, kernel, BUDGET);
    if (plan.isEmpty()) {
      throw new NotExported("no release has an execution to drive a kernel along");
    }
    return plan;
  }
}
