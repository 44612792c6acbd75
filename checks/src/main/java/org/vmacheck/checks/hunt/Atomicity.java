package org.vmacheck.checks.hunt;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vmacheck.checks.book.End;
import org.vmacheck.checks.syscall.Advice;
import org.vmacheck.checks.syscall.SystemCall;
import org.vmacheck.checks.syscall.SystemCall.Range;

/**
 * The oracle that needs no wish: what the calls return, and what a user sees of the end, is what
 * some order of the calls gives, one after another on the same kernel, or of the parts that some
 * calls promise to be no more than.
 */
final class Atomicity {

  /** What is found when no order gives an end. */
  static final String FINDING = "not_atomic";

  private final Orders orders;
  private Set<Orders.Result> ofParts;

  Atomicity(Orders orders) {
    this.orders = orders;
  }

  /** Whether some order gives an end. */
  boolean isKept(End end) {
    Orders.Result result = orders.result(end);
    if (orders.whole().contains(result)) {
      return true;
    }
    if (ofParts == null) {
      ofParts = orders.of(Atomicity::parts);
    }
    return ofParts.contains(result);
  }

  /** Page by page, and a page is emptied before it becomes a guard. */
  private static List<SystemCall> parts(SystemCall call) {
    if (!(call instanceof SystemCall.Madvise madvise)) {
      return List.of(call);
    }
    return switch (madvise.advice()) {
      case MADV_GUARD_INSTALL ->
          pages(madvise)
              .flatMap(
                  page ->
                      Stream.<SystemCall>of(
                          new SystemCall.Madvise(page.range(), Advice.MADV_DONTNEED), page))
              .toList();
      case MADV_GUARD_REMOVE,
          MADV_DONTNEED,
          MADV_COLD,
          MADV_PAGEOUT,
          MADV_POPULATE_READ,
          MADV_POPULATE_WRITE ->
          pages(madvise).<SystemCall>map(page -> page).toList();
      default -> List.of(call);
    };
  }

  private static Stream<SystemCall.Madvise> pages(SystemCall.Madvise call) {
    return IntStream.range(call.range().start(), call.range().end())
        .mapToObj(page -> call.on(new Range(page, 1)));
  }
}
