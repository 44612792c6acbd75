package org.vmacheck.checks.hunt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.vmacheck.checks.book.End;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.hunt.promise.Promised;
import org.vmacheck.checks.hunt.promise.Promises;
import org.vmacheck.checks.scenario.Outcomes;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.release.Release;

/** Judges the ends of a question, beyond what every page is asked. */
final class Judge implements Consumer<End> {

  private final Question question;
  private final Promises promises;
  private final List<Promised> always;
  private final Commuting commuting;
  private final Atomicity atomicity;
  private final Map<List<Long>, List<Promised>> byResults = new HashMap<>();
  private Promised broken;

  Judge(Release kernel, Question question, Page page) {
    this.question = question;
    promises = new Promises(page.pages(), question.initial(), question.threads());
    always = Neighbours.of(kernel, question, page);
    Orders orders = new Orders(kernel, question);
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
    commuting.check(end);
    atomicity.check(end);
  }

  private void check(Promised promised, End end) {
    if (!end.holds(promised.what())) {
      broken = promised;
      throw new KernelBug(
          KernelBug.Kind.INVARIANT,
          promised.finding(),
          "what a user may rely on is not so: " + promised.condition());
    }
  }

  /** The promise that was broken last. */
  Optional<Promised> broken() {
    return Optional.ofNullable(broken);
  }
}
