package org.vmacheck.checks.hunt;

import java.time.Duration;
import java.util.Optional;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.book.PageFailure;
import org.vmacheck.checks.book.PageProgram;
import org.vmacheck.checks.engine.Engine;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.model.release.Release;

/**
 * Answers questions: the invariants, what the kernel and its sanitizers notice, data races that
 * nobody declared, and {@link Atomicity}; and of what is found only what is new.
 *
 * @param but a kernel on which a finding is not of interest any more, if there is one
 * @param butUnder a memory model under which it is not
 */
record Oracle(
    Engine engine,
    Release kernel,
    MemoryModelName model,
    Duration budget,
    Optional<Release> but,
    Optional<MemoryModelName> butUnder) {

  /** What came of a question. */
  enum Answer {
    HOLDS,
    FOUND,
    /** The budget ended first. */
    OPEN,
    /** There is no such address space, on one of the kernels. */
    NONE
  }

  record Answered(Answer answer, Optional<Verdict> verdict) {}

  Answered ask(Question question) {
    Page page;
    try {
      page = question.page();
    } catch (PageFailure impossible) {
      return new Answered(Answer.NONE, Optional.empty());
    }
    try {
      Verdict verdict = judge(question, page, kernel, model);
      return switch (verdict.answer()) {
        case HOLDS -> new Answered(Answer.HOLDS, Optional.of(verdict));
        case INCONCLUSIVE -> new Answered(Answer.OPEN, Optional.of(verdict));
        case VIOLATED ->
            new Answered(
                isNew(question, page, verdict) ? Answer.FOUND : Answer.HOLDS, Optional.of(verdict));
      };
    } catch (InputException noSuchStart) {
      return new Answered(Answer.NONE, Optional.empty());
    }
  }

  private boolean isNew(Question question, Page page, Verdict verdict) {
    String finding = finding(verdict);
    boolean old =
        but.isPresent() && finding(judge(question, page, but.get(), model)).equals(finding);
    return !old
        && !(butUnder.isPresent()
            && finding(judge(question, page, kernel, butUnder.get())).equals(finding));
  }

  private static String finding(Verdict verdict) {
    return verdict.counterexample().map(found -> found.finding().toString()).orElse("");
  }

  private Verdict judge(Question question, Page page, Release on, MemoryModelName under) {
    Settings settings = Settings.defaults().withModel(under).withBudget(budget);
    return engine.judge(PageProgram.judged(on, page, new Atomicity(on, question)), settings);
  }
}
