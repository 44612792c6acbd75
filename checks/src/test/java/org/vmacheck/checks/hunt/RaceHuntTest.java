package org.vmacheck.checks.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vmacheck.checks.book.Book;
import org.vmacheck.model.release.Releases;

class RaceHuntTest {

  private static final Book BOOK = Book.shipped();
  private static final List<KnownRace> RACES = KnownRace.of(BOOK);

  private static KnownRace race(String id) {
    return RACES.stream().filter(race -> race.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void everyRaceOfTheBookIsKnownOnce() {
    Set<String> ids = new HashSet<>();
    BOOK.pages()
        .forEach(
            page ->
                page.headings().stream()
                    .filter(heading -> heading.isRace())
                    .forEach(heading -> ids.add(heading.id())));

    assertThat(RACES).extracting(KnownRace::id).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void theFairKernelHasTheStepThatTheWeakOneLacks() {
    KnownRace race = race("A2");

    assertThat(race.weak().name()).isEqualTo("7.3 without retest-under-ptl");
    assertThat(race.fair()).contains(Releases.newest());
    assertThat(Alike.to(race.page()))
        .isEqualTo(
            new Alike(
                Set.of("mmap", "write"),
                List.of(List.of("madvise_guard_install"), List.of("collapse"))));
    assertThat(race.lacking()).isEmpty();
  }

  @Test
  void whatAHuntCannotDoIsNamed() {
    assertThat(race("G3").lacking()).containsExactly("exit", "process_mrelease");
    assertThat(race("H3").lacking()).containsExactly("MAP_HUGETLB");
  }

  @Test
  void alikeQuestionsHaveTheCallsOfThePage() {
    AlikeSpace space = new AlikeSpace(2, Alike.to(race("A2").page()));

    assertThat(space.size()).isEqualTo(StartStates.of(2, Set.of()).size() * 3L);
    assertThat(space.question(space.size() - 1).threads())
        .extracting(calls -> Vocabulary.kind(calls.get(0)))
        .containsExactly("madvise_guard_install", "collapse");
  }

  @Test
  void aRaceIsFoundByItsCallsAlone() {
    RaceHunt hunt = new RaceHunt(BOOK, Duration.ofMinutes(2), Duration.ofSeconds(5), 1);

    RaceHunt.Seen seen = hunt.hunt(race("A2"));

    Optional<Trophy> found = seen.trophy();
    assertThat(found.map(Trophy::finding)).contains("guard_lost");
    assertThat(found.get().calls()).contains("collapse(f)");
    assertThat(seen.asked()).isPositive();
  }
}
