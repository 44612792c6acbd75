package org.vmacheck.checks.claims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.scenario.Scenario;
import org.vmacheck.model.release.Release;

/**
 * A sentence about VMA locking that somebody relies on, and the scenarios that decide it.
 *
 * @param id {@code C61}, as facts.md numbers them
 * @param sentence the claim itself; true where it holds
 * @param source the commit, document or mail that says so, or whose code it was derived from
 * @param cases the scenarios, each with what is expected of which kernel release
 */
public record Claim(String id, String sentence, String source, List<Case> cases) {

  public Claim {
    cases = List.copyOf(cases);
  }

  /** A claim without scenarios; {@link #in} adds them. */
  public static Claim of(String id, String sentence, String source) {
    return new Claim(id, sentence, source, List.of());
  }

  /** This claim, judged in one more scenario. */
  public Claim in(Scenario scenario, Expected... expected) {
    Map<String, Expectation> byRelease = new LinkedHashMap<>();
    for (Expected one : expected) {
      byRelease.put(one.release(), one.expectation());
    }
    return with(new Case(scenario, byRelease, MemoryModelName.SC));
  }

  /**
   * This claim, judged in a scenario whose violations need weak memory: under a model stronger than
   * the given one the claim is expected to hold all the same.
   */
  public Claim inWeakMemory(MemoryModelName strongest, Scenario scenario, Expected... expected) {
    Case strong = in(scenario, expected).cases.get(cases.size());
    return with(new Case(scenario, strong.expected(), strongest));
  }

  private Claim with(Case added) {
    List<Case> all = new ArrayList<>(cases);
    all.add(added);
    return new Claim(id, sentence, source, all);
  }

  public static Expected holdsOn(Release release) {
    return new Expected(release.name(), Expectation.HOLDS);
  }

  public static Expected violatedOn(Release release) {
    return new Expected(release.name(), Expectation.VIOLATED);
  }

  public static Expected questionOn(Release release) {
    return new Expected(release.name(), Expectation.QUESTION);
  }

  /** What is expected of one release. */
  public record Expected(String release, Expectation expectation) {}

  /**
   * One scenario of a claim.
   *
   * @param expected by the name of the release; a release that is not in it is not asked
   * @param seenUnder the strongest memory model that shows a violation
   */
  public record Case(
      Scenario scenario, Map<String, Expectation> expected, MemoryModelName seenUnder) {

    public Case {
      expected = Map.copyOf(expected);
    }

    /** Empty if the claim says nothing of that release. */
    public Optional<Expectation> expectation(Release release, MemoryModelName model) {
      Expectation expectation = expected.get(release.name());
      if (expectation != null && model.compareTo(seenUnder) < 0) {
        return Optional.of(Expectation.HOLDS);
      }
      return Optional.ofNullable(expectation);
    }
  }
}
