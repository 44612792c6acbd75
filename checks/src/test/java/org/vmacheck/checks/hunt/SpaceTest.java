package org.vmacheck.checks.hunt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vmacheck.checks.input.InputException;

class SpaceTest {

  /** Of three calls on one page: unordered choices with repetition, of sequences up to a length. */
  @ParameterizedTest
  @CsvSource({"1, 1, 3", "2, 1, 6", "3, 1, 10", "1, 2, 12", "2, 2, 78"})
  void eachNumberIsAnotherQuestion(int threads, int calls, int ways) {
    Space space = new Space(1, threads, calls, List.of("mprotect"));
    Set<String> questions = new HashSet<>();
    Set<String> states = new HashSet<>();
    for (long i = 0; i < space.size(); i++) {
      Question question = space.question(i);
      questions.add(question.text());
      states.add(question.initial().toString());
      assertThat(question.threads()).hasSize(threads);
    }
    assertThat(questions).hasSize((int) space.size());
    assertThat(space.size()).isEqualTo((long) states.size() * ways);
  }

  @Test
  void everyQuestionIsAPage() {
    Space space = new Space(2, 2, 1, List.of());
    Shuffled order = new Shuffled(space.size(), 1);
    LongStream.range(0, 300)
        .mapToObj(i -> space.question(order.at(i)))
        .forEach(question -> assertThat(question.page().threads()).hasSize(2));
  }

  @Test
  void aWordThatNoCallContainsIsAnErrorOfOneLine() {
    assertThatThrownBy(() -> new Space(2, 2, 1, List.of("mprotekt")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("--only mprotekt")
        .hasMessageContaining("did you mean mprotect?");
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 5", "7, 0", "360, 3", "1000, 4"})
  void aShuffledOrderHasEachNumberOnce(int size, long seed) {
    Shuffled order = new Shuffled(size, seed);
    Set<Long> numbers = new TreeSet<>();
    LongStream.range(0, size).forEach(i -> numbers.add(order.at(i)));

    assertThat(numbers).hasSize(size);
    assertThat(numbers).allSatisfy(number -> assertThat(number).isBetween(0L, size - 1L));
  }
}
