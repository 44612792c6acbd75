package org.vmacheck.checks.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Delta debugging: the shortest sequence, and in it the plainest steps, that still shows a
 * difference. Greedy and deterministic; no single step of the result can be left out.
 */
final class Shrinker {

  private final Predicate<List<Step>> differs;

  /**
   * @param differs whether a sequence shows a difference; asked often
   */
  Shrinker(Predicate<List<Step>> differs) {
    this.differs = differs;
  }

  /**
   * @param steps that differ; only those up to the difference
   */
  List<Step> shrink(List<Step> steps) {
    List<Step> best = new ArrayList<>(steps);
    boolean smaller = true;
    while (smaller) {
      smaller = removeSteps(best);
      smaller |= simplifySteps(best);
    }
    return List.copyOf(best);
  }

  private boolean removeSteps(List<Step> best) {
    boolean removed = false;
    for (int chunk = Math.max(1, best.size() / 2); chunk >= 1; chunk /= 2) {
      int at = 0;
      while (at + chunk <= best.size()) {
        List<Step> candidate = new ArrayList<>(best);
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

  private boolean simplifySteps(List<Step> best) {
    boolean simplified = false;
    for (int at = 0; at < best.size(); at++) {
      boolean again = true;
      while (again) {
        again = false;
        for (Step simpler : simpler(best.get(at))) {
          List<Step> candidate = new ArrayList<>(best);
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

  /** Steps that do less, each with one thing less; none of them leads back. */
  private static List<Step> simpler(Step step) {
    List<Step> found = new ArrayList<>();
    if (step instanceof Step.Map map) {
      if (map.pages() > 1) {
        found.add(
            new Step.Map(
                map.at(),
                map.pages() - 1,
                map.protection(),
                map.backing(),
                map.placement(),
                map.offset()));
        found.add(
            new Step.Map(
                map.at() + 1,
                map.pages() - 1,
                map.protection(),
                map.backing(),
                map.placement(),
                map.backing().isFile() ? map.offset() + 1 : 0));
      }
      if (map.backing() != Step.Backing.ANONYMOUS) {
        found.add(
            new Step.Map(
                map.at(),
                map.pages(),
                map.protection(),
                Step.Backing.ANONYMOUS,
                map.placement(),
                0));
      }
      if (map.placement() != Step.Placement.FIXED) {
        found.add(
            new Step.Map(
                map.at(),
                map.pages(),
                map.protection(),
                map.backing(),
                Step.Placement.FIXED,
                map.offset()));
      }
    } else if (step instanceof Step.Unmap unmap && unmap.pages() > 1) {
      found.add(new Step.Unmap(unmap.at(), unmap.pages() - 1));
      found.add(new Step.Unmap(unmap.at() + 1, unmap.pages() - 1));
    } else if (step instanceof Step.Protect protect && protect.pages() > 1) {
      found.add(new Step.Protect(protect.at(), protect.pages() - 1, protect.protection()));
      found.add(new Step.Protect(protect.at() + 1, protect.pages() - 1, protect.protection()));
    } else if (step instanceof Step.Advise advise && advise.pages() > 1) {
      found.add(new Step.Advise(advise.at(), advise.pages() - 1, advise.advice()));
      found.add(new Step.Advise(advise.at() + 1, advise.pages() - 1, advise.advice()));
    } else if (step instanceof Step.Lock lock && lock.pages() > 1) {
      found.add(new Step.Lock(lock.at(), lock.pages() - 1));
      found.add(new Step.Lock(lock.at() + 1, lock.pages() - 1));
    } else if (step instanceof Step.Write write && write.value() > 1) {
      found.add(new Step.Write(write.at(), 1));
    }
    return found;
  }
}
