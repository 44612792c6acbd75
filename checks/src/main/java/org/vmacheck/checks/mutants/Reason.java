package org.vmacheck.checks.mutants;

import java.util.regex.Pattern;

/**
 * Why nothing notices a mutation, and nothing has to. It is bound to the code: where that is
 * written in another way, the reason has to be given again.
 *
 * @param place functions and step, where {@code *} stands for anything: {@code * > pmd_lock:
 *     spin_lock(pml)}
 * @param code the line of the model
 */
record Reason(String place, Weakening weakening, String code, String why) {

  boolean explains(Mutation mutation) {
    return weakening == mutation.weakening()
        && code.equals(mutation.code())
        && pattern().matcher(mutation.place()).matches();
  }

  private Pattern pattern() {
    return Pattern.compile(Pattern.quote(place).replace("*", "\\E.*\\Q"));
  }
}
