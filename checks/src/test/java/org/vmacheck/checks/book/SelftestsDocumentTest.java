package org.vmacheck.checks.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/selftests.md names every page that tells a test of the kernel, and no other. */
final class SelftestsDocumentTest {

  private static final Pattern ADDRESS = Pattern.compile("\\bT\\d+/[a-z0-9-]+");

  private static List<Page> told() {
    return Book.shipped().pages().stream()
        .filter(page -> Book.chapter(page).equals("selftests"))
        .toList();
  }

  @Test
  void itNamesEveryPageOfTheChapter() throws IOException {
    String document = Files.readString(Path.of("..", "docs", "selftests.md"));
    List<String> named =
        ADDRESS.matcher(document).results().map(MatchResult::group).distinct().toList();
    assertThat(named)
        .containsExactlyInAnyOrderElementsOf(told().stream().map(Page::address).toList());
  }

  @Test
  void eachIsToldByOneThread() {
    assertThat(told()).allSatisfy(page -> assertThat(page.threads()).hasSize(1));
  }
}
