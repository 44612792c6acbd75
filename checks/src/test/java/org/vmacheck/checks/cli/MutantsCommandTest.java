package org.vmacheck.checks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.vmacheck.checks.book.Book;

/** {@code mutants} and {@code need}, with a book of one page. */
class MutantsCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    Catalogue catalogue =
        new Catalogue(new Book(Book.shipped().named("C81/two-faults")), Engines.all());
    return Vmacheck.run(catalogue, new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  @Test
  void aStepThatThePageNoticesIsStatus0() {
    assertThat(run("mutants", "-v", "do_anonymous_page", "spin_lock(ptl)", "dropped")).isZero();
    assertThat(out.toString()).contains("C81/two-faults, sc").doesNotContain("Nothing notices");
  }

  @Test
  void aStepThatNothingNoticesIsStatus1AndShownWithItsCode() {
    assertThat(run("mutants", "pte_offset_map_lock: rcu_dereference", "weaker")).isEqualTo(1);
    assertThat(out.toString())
        .contains("Nothing notices", "PteMap.java:", "pmd.entry.rcuDereference()");
  }

  @Test
  void theListTriesNothing() {
    assertThat(run("mutants", "--list", "spin_lock")).isZero();
    assertThat(out.toString()).contains("spin_lock(ptl)", "dropped").doesNotContain("noticed");
  }

  @Test
  void needShowsThePagesThatFailAndOneOfThemInFull() {
    assertThat(run("need", "do_anonymous_page", "spin_lock(ptl)")).isZero();
    assertThat(out.toString())
        .contains("do_anonymous_page > pte_offset_map_lock: spin_lock(ptl) is left out")
        .contains("Needed; 1 page comes by it")
        .contains("Again:     ./vmacheck need 'do_anonymous_page' 'spin_lock(ptl)'")
        .doesNotContain("Replay:");
  }

  @Test
  void aStepThatNoPageComesByIsAnErrorOfOneLine() {
    assertThat(run("need", "smp_mb__nowhere")).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("smp_mb__nowhere", "vmacheck mutants --list");
  }

  @Test
  void whatCannotBeTakenAwayIsNotNeeded() {
    assertThat(run("need", "spin_unlock", "kept")).isEqualTo(2);
    assertThat(err.toString()).contains("nothing of 'spin_unlock kept' can be taken away");
  }

  @Test
  void anUnknownCommitIsAnErrorOfOneLine() {
    assertThat(run("mutants", "--since", "no-such-commit")).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1);
  }
}
