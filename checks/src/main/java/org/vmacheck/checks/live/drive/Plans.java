package org.vmacheck.checks.live.drive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.book.PageProgram;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.explore.EveryFinding;
import org.vmacheck.model.release.Patches;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/**
 * The plan of a page: of all executions that are not as it says, the one that takes the fewest
 * turns.
 *
 * @param release whose model has that execution, empty if a person has made the plan
 */
public record Plans(DelayPlan plan, Optional<Release> release) {

  /** So many executions are looked at, and of the shortest plans that there can be so many. */
  private static final int MOST = 400;

  private static final int MOST_SHORTEST = 16;

  /**
   * The plan for a kernel. If its model has no such execution it is the one of the newest release
   * that has: a kernel that is right does not follow it, or is right all the same.
   */
  public static Optional<Plans> of(Page page, Release kernel, Duration budget) {
    Optional<Plans> own = on(page, kernel, budget);
    for (int i = Releases.all().size() - 1; own.isEmpty() && i >= 0; i--) {
      Release other = Releases.all().get(i);
      own = other.equals(kernel) ? own : on(page, other, budget);
    }
    return own;
  }

  private static Optional<Plans> on(Page page, Release release, Duration budget) {
    // as in what stock kernels are compared with
    Release stock = release.patched(Patches.named("fault-around").orElseThrow());
    int shortest = page.threads().size() + 1;
    List<DelayPlan> plans = new ArrayList<>();
    // a thread is held for so long that weak memory does not matter
    EveryFinding.visit(
        PageProgram.on(stock, page),
        MemoryModelName.SC,
        budget,
        found -> {
          Planner.of(found).ifPresent(plans::add);
          return plans.size() < MOST
              && plans.stream().filter(plan -> plan.turns().size() <= shortest).count()
                  < MOST_SHORTEST;
        });
    return plans.stream()
        .min(
            Comparator.<DelayPlan>comparingInt(plan -> plan.turns().size())
                .thenComparing(Plans::fewestStops, Comparator.reverseOrder()))
        .map(plan -> new Plans(plan, Optional.of(release)));
  }

  private static int fewestStops(DelayPlan plan) {
    return plan.turns().stream()
        .map(turn -> turn.stops().size())
        .filter(stops -> stops > 0)
        .min(Comparator.naturalOrder())
        .orElse(0);
  }
}
