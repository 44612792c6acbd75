package org.vmacheck.checks.mutants;

import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Verdict;

/** A page that noticed, under which model, and its verdict. */
public record Notice(Page page, MemoryModelName model, Verdict verdict) {

  /** As an expectation names it; of a page that says {@code exists}, that nothing shows it. */
  public String found() {
    return verdict
        .counterexample()
        .map(found -> found.finding().toString())
        .orElse("no execution shows it");
  }
}
