package org.vmacheck.checks.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vmacheck.checks.engine.Finding.Form;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.KernelBug.Kind;

class FindingTest {

  @ParameterizedTest
  @CsvSource({
    "INVARIANT, guard_lost, guard_lost",
    "ASSERTION, vma_assert_write_locked, vma_assert_write_locked",
    "USE_AFTER_FREE, pte_table#2, use_after_free pte_table",
    "DOUBLE_FREE, vma#1, double_free vma",
    "RECURSIVE_LOCK, pte_table#1.ptl, recursive_lock ptl",
    "RECURSIVE_LOCK, mm#1.pml[0], recursive_lock pml",
    "UNLOCK_NOT_HELD, anon_vma#1.anon_vma.rwsem, unlock_not_held rwsem",
    "UNLOCK_NOT_HELD, file.i_mmap_rwsem, unlock_not_held i_mmap_rwsem",
    "DATA_RACE, vma#1.vm_flags, data_race vm_flags",
    "DEADLOCK, wait_event, deadlock",
    "NON_TERMINATION, spin, non_termination",
    "EXCEPTION, oops, exception"
  })
  void aFindingIsSpelledByItsNameOrByItsKindAndTheTypeOfItsObject(
      Kind kind, String name, String text) {
    Finding finding = Finding.of(new KernelBug(kind, name, "detail"));
    assertThat(finding).hasToString(text);
    assertThat(Form.parse(text)).hasToString(text).isEqualTo(finding.form());
    assertThat(Form.parse("  " + text.replace(" ", "   ")).isShownBy(finding)).isTrue();
  }

  @Test
  void theNumberOfTheObjectMakesNoDifference() {
    Form form = Form.parse("use_after_free pte_table");
    assertThat(form.isShownBy(Finding.of(Kind.USE_AFTER_FREE, Location.of("pte_table#7"))))
        .isTrue();
    assertThat(form.isShownBy(Finding.of(Kind.USE_AFTER_FREE, Location.of("vma#7")))).isFalse();
    assertThat(form.isShownBy(Finding.of(Kind.DOUBLE_FREE, Location.of("pte_table#7")))).isFalse();
  }

  @Test
  void anInvariantIsNotMetByAnotherOne() {
    Finding finding = new Finding(Kind.INVARIANT, "guard_lost", Optional.empty());
    assertThat(Form.parse("guard_lost").isShownBy(finding)).isTrue();
    assertThat(Form.parse("guard_without_flag").isShownBy(finding)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "use_after_free, use_after_free of what? Name the type",
    "data_race, as in data_race vm_flags",
    "deadlock mmap_lock, 'mmap_lock' after the finding deadlock",
    "guard_lost again, 'again' after the finding guard_lost",
    "use_after_free pte_table 2, '2' after the finding use_after_free",
    "guard-lost, 'guard-lost' is no finding",
    "use_after_free pte_table#2, is no finding"
  })
  void whatIsNoFindingIsRefusedInWords(String text, String words) {
    assertThatThrownBy(() -> Form.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   "})
  void nothingIsNoFinding(String text) {
    assertThatThrownBy(() -> Form.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFindingHasWhatItsKindNeeds() {
    assertThatThrownBy(() -> Finding.of(Kind.INVARIANT))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Finding.of(Kind.DATA_RACE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
