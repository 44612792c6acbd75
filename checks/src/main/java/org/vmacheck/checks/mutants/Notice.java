package org.vmacheck.checks.mutants;

import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.model.release.Release;

/**
 * A page that noticed, under which model, and its verdict.
 *
 * @param kernel the one that was weakened: the newest release, as it is or patched
 */
public record Notice(Page page, Release kernel, MemoryModelName model, Verdict verdict) {

  /** {@code C65/guard-vs-clear-refs on 7.3 with acquire-after-wait}; of a release, the page. */
  public String where() {
    return kernel.asked().isEmpty() ? page.address() : page.address() + " on " + kernel.name();
  }

  /** As an expectation names it; of a page that says {@code exists}, that nothing shows it. */
  public String found() {
    return verdict
        .counterexample()
        .map(found -> found.finding().toString())
        .orElse("no execution shows it");
  }
}
