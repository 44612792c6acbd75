package org.vmacheck.checks.mutants;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vmacheck.checks.report.Listing;

/**
 * What notices which mutations, for a person.
 *
 * @param results of the mutations that were tried
 */
public record MutantReport(List<Result> results, Reasons reasons) {

  public MutantReport {
    results = List.copyOf(results);
  }

  /** The mutations that nothing notices and that nobody has explained. */
  public List<Result> holes() {
    return results.stream().filter(result -> !result.noticed() && why(result).isEmpty()).toList();
  }

  /** The figures and the holes. */
  public String summary() {
    StringBuilder text = new StringBuilder(figures());
    List<Result> holes = holes();
    if (!holes.isEmpty()) {
      text.append("\nNothing notices, as book/unnoticed.txt would have it with a reason:\n\n");
      holes.forEach(hole -> text.append(entry(hole.reached(), undecided(hole))));
    }
    return text.toString();
  }

  /** Of mutations that were not tried, how many pages come by them. */
  public static String listing(List<Reached> reached) {
    return reached.stream().map(one -> entry(one, "")).collect(Collectors.joining());
  }

  /** A mutation as {@link Reasons} reads it, the reason left out. */
  private static String entry(Reached reached, String more) {
    Mutation mutation = reached.mutation();
    return String.format(
        "# %s, on the way of %d pages%s%n%s | %s%n  %s%n",
        mutation.site().innermost(),
        reached.pages().size(),
        more,
        mutation.place(),
        mutation.weakening().text(),
        mutation.code());
  }

  private static String undecided(Result result) {
    return result.undecided() > 0 ? ", " + result.undecided() + " of them undecided" : "";
  }

  /** Of a run of everything, the reasons that explain nothing. */
  public List<String> unneededReasons() {
    return reasons.unneeded(
        results.stream()
            .filter(result -> !result.noticed())
            .map(result -> result.reached().mutation())
            .toList());
  }

  /** Every mutation and what notices it. */
  public String inFull() {
    return new Listing("place", "weakened", "noticed by", "what it finds")
        .all(results, this::row)
        .text();
  }

  private String figures() {
    List<List<String>> rows = new ArrayList<>();
    for (Weakening weakening : Weakening.values()) {
      List<Result> of =
          results.stream()
              .filter(result -> result.reached().mutation().weakening() == weakening)
              .toList();
      if (!of.isEmpty()) {
        rows.add(figures(weakening.text(), weakening.sentence(), of));
      }
    }
    rows.add(figures("all", "", results));
    return new Listing("weakened", "steps", "noticed", "explained", "unnoticed", "the step")
        .all(rows, row -> row)
        .text();
  }

  private List<String> figures(String name, String sentence, List<Result> of) {
    long noticed = of.stream().filter(Result::noticed).count();
    long explained = of.stream().filter(r -> !r.noticed() && !why(r).isEmpty()).count();
    return Arrays.asList(
        name,
        number(of.size()),
        number(noticed),
        number(explained),
        number(of.size() - noticed - explained),
        sentence);
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private String why(Result result) {
    return reasons.why(result.reached().mutation()).orElse("");
  }

  private List<String> row(Result result) {
    Mutation mutation = result.reached().mutation();
    String by = "nothing";
    String what = why(result);
    if (result.noticed()) {
      Notice first = result.notices().get(0);
      by = first.where() + ", " + first.model().text();
      what = first.found();
    }
    return List.of(mutation.place(), mutation.weakening().text(), by, what.isEmpty() ? "-" : what);
  }
}
