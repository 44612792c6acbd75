package org.vmacheck.checks.hunt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.vmacheck.checks.book.End;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.book.Proposition;
import org.vmacheck.checks.hunt.promise.Promised;
import org.vmacheck.checks.hunt.promise.Promises;
import org.vmacheck.checks.scenario.Outcomes;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.release.Release;

/** Judges the ends of a question, beyond what every page is asked. */
final class Judge implements Consumer<End> {

  /**
   * What an end breaks.
   *
   * @param condition that the end does not meet; empty if it takes more than one end to see it
   */
  record Broken(String finding, Optional<Proposition> condition) {}

  private final Question question;
  private final Promises promises;
  private final List<Promised> always;
  private final Orders orders;
  private final Commuting commuting;
  private final Atomicity atomicity;
  private final Map<List<Long>, List<Promised>> byResults = new HashMap<>();
  private Broken broken;

  Judge(Release kernel, Question question, Page page) {
    this.question = question;
    promises = new Promises(page.pages(), question.initial(), question.threads());
    always = Neighbours.of(kernel, question, page);
    orders = new Orders(kernel, question);
    commuting = new Commuting(question, orders);
    atomicity = new Atomicity(orders);
  }

  @Override
  public void accept(End end) {
    Outcomes outcomes = end.outcomes();
    byResults
        .computeIfAbsent(question.results(outcomes), results -> promises.given(outcomes))
        .forEach(promised -> check(promised, end));
    always.forEach(promised -> check(promised, end));
    if (!commuting.isKept()) {
      throw broken(
          new Broken(Commuting.FINDING, Optional.empty()),
          "the calls are about different pages, and their orders give " + orders.whole());
    }
    if (!atomicity.isKept(end)) {
      throw broken(
          new Broken(Atomicity.FINDING, Optional.of(otherwise(end))),
          "no order of the calls gives " + orders.result(end));
    }
  }

  private void check(Promised promised, End end) {
    if (!end.holds(promised.what())) {
      throw broken(
          new Broken(promised.finding(), Optional.of(promised.condition())),
          "what a user may rely on is not so: " + promised.condition());
    }
  }

  private KernelBug broken(Broken what, String detail) {
    broken = what;
    return new KernelBug(KernelBug.Kind.INVARIANT, what.finding(), detail);
  }

  /** That it does not end like this. */
  private Proposition otherwise(End end) {
    List<Proposition> all = new ArrayList<>(question.returned(end.outcomes()));
    all.addAll(end.state());
    return new Proposition.Not(new Proposition.And(all));
  }

  /** What was broken last. */
  Optional<Broken> broken() {
    return Optional.ofNullable(broken);
  }
}
