package org.vmacheck.checks;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vmacheck.checks.claims.Claim;
import org.vmacheck.checks.claims.Claims;
import org.vmacheck.checks.claims.Expectation;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.explore.ExploreEngine;
import org.vmacheck.checks.races.Race;
import org.vmacheck.checks.races.Races;
import org.vmacheck.checks.report.Question;
import org.vmacheck.checks.report.Result;
import org.vmacheck.checks.scenario.Scenario;
import org.vmacheck.checks.scenario.Setup;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/** Every counterexample that the explorer finds in the catalogue, under each memory model. */
public final class Counterexamples {

  /**
   * One of them.
   *
   * @param name a file could have it: {@code C61-guard-vs-mprotect-6.19-sc}
   */
  public record Found(String name, Setup setup, Result result) {

    public Counterexample counterexample() {
      return result.verdict().counterexample().orElseThrow();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final class All {
    // looking for them takes seconds, and several tests want them
    private static final Map<String, Found> FOUND = find();
  }

  private Counterexamples() {}

  public static Stream<Found> all() {
    return All.FOUND.values().stream();
  }

  public static Found named(String name) {
    return Optional.ofNullable(All.FOUND.get(name))
        .orElseThrow(() -> new AssertionError(name + " is none of " + All.FOUND.keySet()));
  }

  private static Map<String, Found> find() {
    Map<String, Found> found = new TreeMap<>();
    for (MemoryModelName model : MemoryModelName.values()) {
      for (Claim claim : Claims.all()) {
        for (Claim.Case one : claim.cases()) {
          for (Release release : Releases.all()) {
            one.expectation(release, model)
                .filter(expected -> expected != Expectation.HOLDS)
                .ifPresent(
                    expected -> {
                      Question question = ofClaim(claim, one.scenario(), release, model, expected);
                      judge(question, one.scenario().on(release), found);
                    });
          }
        }
      }
      for (Race race : Races.all()) {
        judge(
            ofRace(race, model),
            race.reproduction().scenario().on(race.reproduction().variant()),
            found);
      }
    }
    return found;
  }

  private static void judge(Question question, Setup setup, Map<String, Found> found) {
    Verdict verdict =
        new ExploreEngine().judge(setup, Settings.defaults().withModel(question.model()));
    if (verdict.counterexample().isPresent()) {
      String name =
          question.id().replace('/', '-')
              + "-"
              + question.kernel().replace(' ', '-')
              + "-"
              + question.model().text();
      found.put(name, new Found(name, setup, Result.of(question, verdict, any -> true)));
    }
  }

  private static Question ofClaim(
      Claim claim,
      Scenario scenario,
      Release release,
      MemoryModelName model,
      Expectation expected) {
    String id = claim.cases().size() == 1 ? claim.id() : claim.id() + "/" + scenario.id();
    return new Question(
        id,
        claim.id(),
        Question.Kind.CLAIM,
        claim.sentence(),
        scenario.id(),
        scenario.title(),
        "explore",
        model,
        release.name(),
        expected,
        "check " + claim.id() + " --kernel " + release.name() + " --model " + model.text(),
        id + " --kernel " + release.name());
  }

  private static Question ofRace(Race race, MemoryModelName model) {
    Scenario scenario = race.reproduction().scenario();
    return new Question(
        race.id(),
        race.alias(),
        Question.Kind.RACE,
        race.title(),
        scenario.id(),
        scenario.title(),
        "explore",
        model,
        race.reproduction().variant().name(),
        Expectation.VIOLATED,
        "reproduce " + race.id() + " --model " + model.text(),
        race.id());
  }
}
