package org.vmacheck.checks.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.vmacheck.checks.syscall.MapFlag;
import org.vmacheck.checks.syscall.SystemCall;
import org.vmacheck.checks.syscall.SystemCall.Range;

/**
 * Delta debugging: the shortest sequence, and in it the plainest calls, that still shows a
 * difference. Greedy and deterministic; no single call of the result can be left out.
 */
final class Shrinker {

  private final Predicate<List<SystemCall>> differs;

  /**
   * @param differs whether a sequence shows a difference; asked often
   */
  Shrinker(Predicate<List<SystemCall>> differs) {
    this.differs = differs;
  }

  /**
   * @param calls that differ
   */
  List<SystemCall> shrink(List<SystemCall> calls) {
    List<SystemCall> best = new ArrayList<>(calls);
    boolean smaller = true;
    while (smaller) {
      smaller = removeCalls(best);
      smaller |= simplifyCalls(best);
    }
    return List.copyOf(best);
  }

  private boolean removeCalls(List<SystemCall> best) {
    boolean removed = false;
    for (int chunk = Math.max(1, best.size() / 2); chunk >= 1; chunk /= 2) {
      int at = 0;
      while (at + chunk <= best.size()) {
        List<SystemCall> candidate = new ArrayList<>(best);
        candidate.subList(at, at + chunk).clear();
        if (!candidate.isEmpty() && differs.test(candidate)) {
          best.clear();
          best.addAll(candidate);
          removed = true;
        } else {
          at++;
        }
      }
    }
    return removed;
  }

  private boolean simplifyCalls(List<SystemCall> best) {
    boolean simplified = false;
    for (int at = 0; at < best.size(); at++) {
      boolean again = true;
      while (again) {
        again = false;
        for (SystemCall simpler : simpler(best.get(at))) {
          List<SystemCall> candidate = new ArrayList<>(best);
          candidate.set(at, simpler);
          if (differs.test(candidate)) {
            best.set(at, simpler);
            simplified = true;
            again = true;
            break;
          }
        }
      }
    }
    return simplified;
  }

  /** Calls that do less, each with one thing less; none of them leads back. */
  private static List<SystemCall> simpler(SystemCall call) {
    List<SystemCall> found = new ArrayList<>();
    if (call instanceof SystemCall.OnRange on && on.range().pages() > 1) {
      Range range = on.range();
      found.add(on.on(new Range(range.start(), range.pages() - 1)));
      found.add(on.on(new Range(range.start() + 1, range.pages() - 1)));
    }
    if (call instanceof SystemCall.Mmap mmap) {
      plainer(mmap, found);
    } else if (call instanceof SystemCall.Write write && write.value() > 1) {
      found.add(new SystemCall.Write(write.page(), 1));
    }
    return found;
  }

  /** Private anonymous memory at a fixed address is the plainest. */
  private static void plainer(SystemCall.Mmap mmap, List<SystemCall> found) {
    if (!mmap.isAnonymous() || mmap.isShared()) {
      Set<MapFlag> unshared = new TreeSet<>(mmap.flags());
      unshared.remove(MapFlag.MAP_SHARED);
      found.add(new SystemCall.Mmap(mmap.range(), mmap.prot(), unshared, "", 0));
    }
    if (!mmap.flags().contains(MapFlag.MAP_FIXED)) {
      Set<MapFlag> fixed = new TreeSet<>(mmap.flags());
      fixed.remove(MapFlag.MAP_FIXED_NOREPLACE);
      fixed.add(MapFlag.MAP_FIXED);
      found.add(new SystemCall.Mmap(mmap.range(), mmap.prot(), fixed, mmap.file(), mmap.offset()));
    }
  }
}
