package org.vmacheck.checks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationTest {

  @ParameterizedTest
  @CsvSource({
    "vma#1.vm_flags, vma, 1, vm_flags, vm_flags",
    "pte_table#12, pte_table, 12, '', pte_table",
    "pte_table#2.pte[1], pte_table, 2, pte[1], pte",
    "frame[3], '', 0, frame[3], frame",
    "file.i_pages[0], '', 0, file.i_pages[0], i_pages",
    "rcu.callbacks, '', 0, rcu.callbacks, callbacks"
  })
  void aNameIsReadAndWritten(String name, String type, int number, String field, String kind) {
    Location location = Location.of(name);
    assertThat(location).isEqualTo(new Location(type, number, field)).hasToString(name);
    assertThat(location.kind()).isEqualTo(kind);
  }

  @Test
  void cellsOfOneObjectAreTogetherAndFieldsOfOneTypeAreAlike() {
    Location flags = Location.of("vma#1.vm_flags");
    assertThat(flags.isInObjectOf(Location.of("vma#1.vma_lock"))).isTrue();
    assertThat(flags.isInObjectOf(Location.of("vma#2.vma_lock"))).isFalse();
    assertThat(Location.of("a").isInObjectOf(Location.of("b"))).isFalse();
    assertThat(flags.isSameFieldAs(Location.of("vma#2.vm_flags"))).isTrue();
    assertThat(flags.isSameFieldAs(Location.of("vma#2.vm_start"))).isFalse();
    assertThat(flags.object()).isEqualTo(Location.of("vma#1"));
    assertThat(Location.of("").isNone()).isTrue();
  }
}
