package org.vmacheck.checks.mutants;

import java.util.List;

/**
 * What became of a mutation.
 *
 * @param notices the pages that noticed; the first only, unless all were asked for
 * @param asked how many times a page was asked
 * @param undecided how many of them the budget ended for
 */
public record Result(Reached reached, List<Notice> notices, int asked, int undecided) {
  public Result {
    notices = List.copyOf(notices);
  }

  public boolean noticed() {
    return !notices.isEmpty();
  }
}
