package org.vmacheck.checks.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoreBufferTest {

  private final List<String> made = new ArrayList<>();
  private final StoreBuffer buffer = new StoreBuffer();

  private void put(String cell, String value) {
    buffer.put(cell, value, () -> made.add(cell + "=" + value));
  }

  @Test
  void aStoreIsSeenByItsOwnThreadBeforeItIsMade() {
    put("a", "1");
    assertThat(buffer.holds("a")).isTrue();
    assertThat(buffer.value("a")).isEqualTo("1");
    assertThat(made).isEmpty();
  }

  @Test
  void storesAreMadeInTheirOrderAndOnce() {
    put("b", "1");
    put("a", "2");
    buffer.flush();
    buffer.flush();
    assertThat(made).containsExactly("b=1", "a=2");
  }

  @Test
  void aStoreToOneCellCanBeMadeBeforeTheOthers() {
    put("b", "1");
    put("a", "2");
    buffer.flush("a");
    assertThat(made).containsExactly("a=2");
    assertThat(buffer.holds("b")).isTrue();
  }

  @Test
  void whatIsForgottenIsNotMade() {
    put("a", "1");
    buffer.clear();
    buffer.flush();
    assertThat(made).isEmpty();
  }
}
