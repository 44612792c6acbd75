package org.vmacheck.checks.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vmacheck.checks.book.Book;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.book.PageProgram;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.explore.ExploreEngine;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/** Each way to weaken a step, on a page that is known to notice it. */
class TrialTest {

  private static final Duration BUDGET = Duration.ofSeconds(60);
  private static final ExploreEngine ENGINE = new ExploreEngine();

  private static Page page(String address) {
    return Book.shipped().named(address).get(0);
  }

  private static Trial trial(String address) {
    return new Trial(ENGINE, Releases.newest(), List.of(page(address)), BUDGET);
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          C81/two-faults           | do_anonymous_page > pte_offset_map_lock: spin_lock(ptl)  | dropped
          C10/refused-reader       | mprotect_fixup: vma_start_write(vma)                     | dropped
          C10/refused-reader       | refcount_sub_and_test: atomic_release(vm_refcnt)         | split
          C10/refused-reader       | refcount_sub_and_test: atomic_release(vm_refcnt)         | weaker
          C10/refused-reader       | vma_start_read: smp_load_acquire(mm_lock_seq)            | weaker
          C38/reader-vs-split      | vm_area_dup: store(vm_mm)                                | late
          C33/foreign-mm           | vma_mark_attached: smp_store_release(vm_refcnt)          | early
          C94/C95-maps-vs-mprotect | do_mprotect_pkey > mmap_write_lock: down_write(mmap_lock) | as-read
          """)
  void aPageNoticesAWeakStep(String address, String place, String weakening) {
    Trial trial = trial(address);
    Reached reached = reached(trial, place, weakening);
    assertThat(trial.of(reached, false).notices()).hasSize(1);
  }

  private static Reached reached(Trial trial, String place, String weakening) {
    return trial.reached().stream()
        .filter(one -> one.mutation().place().equals(place))
        .filter(one -> one.mutation().weakening().text().equals(weakening))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "C81/two-faults",
    "C10/refused-reader",
    "C82/walk-vs-munmap",
    "C72/fork-copies-guards"
  })
  void whereNothingIsWeakenedEveryExecutionIsThereOnce(String address) {
    Page page = page(address);
    Release kernel = Releases.newest();
    Settings settings = Settings.defaults().withModel(MemoryModelName.SC).withBudget(BUDGET);
    Verdict plain = ENGINE.judge(PageProgram.on(kernel, page), settings);
    Verdict wrapped =
        ENGINE.judge(
            WeakMemory.weaken(
                PageProgram.on(kernel.patched(WeakVmaLock.PATCH), page), new Recorder()),
            settings);
    assertThat(wrapped.answer()).isEqualTo(Verdict.Answer.HOLDS);
    assertThat(wrapped.executions()).isEqualTo(plain.executions());
    assertThat(wrapped.blocked()).isEqualTo(plain.blocked());
  }

  @Test
  void aStepIsNamedByTheKernelsFunctionsAndShownAsItIsWritten() {
    Mutation mutation =
        reached(trial("C85/two-tables"), "pmd_install: smp_wmb()", "dropped").mutation();
    assertThat(mutation.sentence()).isEqualTo("pmd_install: smp_wmb() is left out");
    assertThat(mutation.code()).isEqualTo("memory.smpWmb();");
    assertThat(mutation.site().toString()).startsWith("PteMap.java:");
  }

  @Test
  void theObserversBesideTheKernelAreNotWeakened() {
    assertThat(trial("C10/refused-reader").reached())
        .isNotEmpty()
        .noneMatch(one -> one.mutation().site().toString().contains("VmaReader"));
  }

  @Test
  void aPageThatDoesNotHoldIsNotAsked() {
    assertThat(trial("C61/guard-vs-mprotect").reached()).isEmpty();
  }
}
