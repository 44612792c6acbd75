package org.vmacheck.checks.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vmacheck.checks.claims.Claim;
import org.vmacheck.checks.claims.Claims;
import org.vmacheck.checks.engine.Engine;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.input.Nearest;
import org.vmacheck.checks.races.Race;
import org.vmacheck.checks.races.Races;
import org.vmacheck.checks.scenario.Scenario;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/** Everything that a command line can name. */
record Catalogue(
    List<Claim> claims, List<Race> races, List<Engine> engines, List<Release> kernels) {

  /** What vmacheck comes with. */
  static Catalogue shipped() {
    return new Catalogue(Claims.all(), Races.all(), Engines.all(), Releases.all());
  }

  /** The scenarios of all claims and races, each once. */
  Collection<Scenario> scenarios() {
    Map<String, Scenario> byId = new LinkedHashMap<>();
    claims.forEach(c -> c.cases().forEach(k -> byId.put(k.scenario().id(), k.scenario())));
    races.forEach(r -> byId.put(r.reproduction().scenario().id(), r.reproduction().scenario()));
    return byId.values();
  }

  /** The claims of these ids, or all if there are none. */
  List<Claim> claims(List<String> ids) {
    if (ids.isEmpty()) {
      return claims;
    }
    List<Claim> chosen = new ArrayList<>();
    for (String id : ids) {
      if (find(races, id, List.of(Race::id, Race::alias)) != null) {
        throw new InputException(id + " is a race; see it with: vmacheck reproduce " + id);
      }
      chosen.add(named("claim", id, claims, Claim::id));
    }
    return chosen;
  }

  /** The races of these ids or aliases. */
  List<Race> races(List<String> ids) {
    List<Race> chosen = new ArrayList<>();
    for (String id : ids) {
      if (find(claims, id, List.of(Claim::id)) != null) {
        throw new InputException(id + " is a claim; judge it with: vmacheck check " + id);
      }
      Race byAlias = find(races, id, List.of(Race::alias));
      chosen.add(byAlias != null ? byAlias : named("race", id, races, Race::id));
    }
    return chosen;
  }

  /** The releases of these names, or all for none and for {@code all}. */
  List<Release> kernels(List<String> names) {
    if (names.isEmpty() || names.contains("all")) {
      return kernels;
    }
    return names.stream()
        .map(name -> name.startsWith("v") ? name.substring(1) : name)
        .map(name -> named("kernel", name, kernels, Release::name))
        .toList();
  }

  /** The engines of these names, or the default one if there are none. */
  List<Engine> engines(List<String> names) {
    if (names.isEmpty()) {
      return engines.subList(0, 1);
    }
    return names.stream().map(name -> named("engine", name, engines, Engine::name)).toList();
  }

  private static <T> T named(String what, String name, List<T> all, Function<T, String> id) {
    T found = find(all, name, List.of(id));
    if (found == null) {
      List<String> known = all.stream().map(id).toList();
      throw new InputException(
          "no " + what + " '" + name + "'" + Nearest.hint(name, known, what + "s"));
    }
    return found;
  }

  private static <T> T find(List<T> all, String name, List<Function<T, String>> names) {
    return all.stream()
        .filter(one -> names.stream().anyMatch(of -> of.apply(one).equalsIgnoreCase(name)))
        .findFirst()
        .orElse(null);
  }
}
