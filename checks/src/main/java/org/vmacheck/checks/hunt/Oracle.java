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
import org.vmacheck.checks.scenario.Setup;
import org.vmacheck.model.release.Release;

/**
 * Answers questions: the invariants, what the kernel and its sanitizers notice, data races that
 * nobody declared, and what a {@link Judge} knows of users; and of what is found only what is new.
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

  /**
   * @param broken what the verdict is about, if only a hunt asks for it
   */
  record Answered(Answer answer, Optional<Verdict> verdict, Optional<Judge.Broken> broken) {
    static Answered none() {
      return new Answered(Answer.NONE, Optional.empty(), Optional.empty());
    }
  }

  private record Judged(Verdict verdict, Optional<Judge.Broken> broken) {
    /** What was found; empty if nothing was. */
    String finding() {
      return verdict.counterexample().map(found -> found.finding().toString()).orElse("");
    }
  }

  Answered ask(Question question) {
    Page page;
    try {
      page = question.page();
    } catch (PageFailure impossible) {
      return Answered.none();
    }
    try {
      Judged judged = judge(question, page, kernel, model);
      Answer answer =
          switch (judged.verdict().answer()) {
            case HOLDS -> Answer.HOLDS;
            case INCONCLUSIVE -> Answer.OPEN;
            case VIOLATED -> isNew(question, page, judged.finding()) ? Answer.FOUND : Answer.HOLDS;
          };
      return new Answered(answer, Optional.of(judged.verdict()), judged.broken());
    } catch (InputException noSuchStart) {
      return Answered.none();
    }
  }

  private boolean isNew(Question question, Page page, String finding) {
    boolean old =
        but.isPresent() && judge(question, page, but.get(), model).finding().equals(finding);
    return !old
        && !(butUnder.isPresent()
            && judge(question, page, kernel, butUnder.get()).finding().equals(finding));
  }

  private Judged judge(Question question, Page page, Release on, MemoryModelName under) {
    Settings settings = Settings.defaults().withModel(under).withBudget(budget);
    Judge judge = new Judge(on, question, page);
    Setup program = PageProgram.upToSymmetry(page, PageProgram.judged(on, page, judge));
    Verdict verdict = engine.judge(program, settings);
    String found = verdict.counterexample().map(one -> one.finding().toString()).orElse("");
    return new Judged(verdict, judge.broken().filter(broken -> broken.finding().equals(found)));
  }
}
