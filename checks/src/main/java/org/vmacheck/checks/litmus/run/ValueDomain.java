package org.vmacheck.checks.litmus.run;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The values that each location may have: its initial one, and what is found to be written. */
final class ValueDomain {
  /**
   * A value that may be read.
   *
   * @param derivation the writes that computed it, one from the other, as a bit set; empty for a
   *     constant. A write does not compute its value from itself.
   */
  record Candidate(long value, long derivation) {}

  private final Map<Long, Long> initial;
  private final Map<Long, Candidate[]> candidates = new HashMap<>();

  /**
   * @param initial by address; what is not in it starts with 0
   */
  ValueDomain(Map<Long, Long> initial) {
    this.initial = Map.copyOf(initial);
  }

  long initial(long address) {
    return initial.getOrDefault(address, 0L);
  }

  /** In the order in which they were found, the initial value first. */
  Candidate[] candidates(long address) {
    return candidates.computeIfAbsent(address, a -> new Candidate[] {new Candidate(initial(a), 0)});
  }

  /** Takes a value in; whether it is new, or new in this way. */
  boolean add(long address, Candidate candidate) {
    Candidate[] known = candidates(address);
    for (Candidate k : known) {
      // who needs fewer writes for the same value serves as well
      if (k.value() == candidate.value() && (k.derivation() & ~candidate.derivation()) == 0) {
        return false;
      }
    }
    Candidate[] more = Arrays.copyOf(known, known.length + 1);
    more[known.length] = candidate;
    candidates.put(address, more);
    return true;
  }

  /** The same values, each once, however it is computed. */
  ValueDomain valuesOnly() {
    ValueDomain result = new ValueDomain(initial);
    candidates.forEach(
        (address, ofAddress) -> {
          for (Candidate candidate : ofAddress) {
            result.add(address, new Candidate(candidate.value(), 0));
          }
        });
    return result;
  }
}
