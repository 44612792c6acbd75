package org.vmacheck.checks.hunt;

import org.vmacheck.checks.hunt.promise.Names;
import org.vmacheck.checks.syscall.SystemCall;

/**
 * What is done to different pages does not depend on the order in which it is done, whether the
 * pages are of one VMA or of two.
 */
final class Commuting {

  /** What is found when it does. */
  static final String FINDING = "order_matters";

  private final Orders orders;
  private final boolean commute;

  Commuting(Question question, Orders orders) {
    this.orders = orders;
    this.commute = commute(question);
  }

  /** Whether the calls are about the same pages, or give the same in every order. */
  boolean isKept() {
    return !commute || orders.whole().size() <= 1;
  }

  private static boolean commute(Question question) {
    for (int page = 0; page < question.pages(); page++) {
      int at = page;
      long threads =
          question.threads().stream()
              .filter(calls -> calls.stream().anyMatch(call -> isAbout(call, at)))
              .count();
      if (threads > 1) {
        return false;
      }
    }
    return !question.hasStack() && question.calls().allMatch(Commuting::isAboutPages);
  }

  private static boolean isAboutPages(SystemCall call) {
    return call instanceof SystemCall.OnRange
        || call instanceof SystemCall.Mremap
        || call instanceof SystemCall.Read
        || call instanceof SystemCall.Write
        || call instanceof SystemCall.Smaps;
  }

  private static boolean isAbout(SystemCall call, int page) {
    if (call instanceof SystemCall.Read read) {
      return read.page().number() == page;
    }
    return call instanceof SystemCall.Smaps smaps
        ? smaps.page().number() == page
        : Names.names(call, page);
  }
}
