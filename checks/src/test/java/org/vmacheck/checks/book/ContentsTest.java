package org.vmacheck.checks.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The lists in docs/ are made from the pages. After a change, {@code mvn test -pl
 * model,stress,checks -Dtest=ContentsTest -Dgolden.update=true
 * -Dsurefire.failIfNoSpecifiedTests=false} writes them anew.
 */
final class ContentsTest {

  private static final Path DOCS = Path.of("..", "docs");

  static Stream<Arguments> lists() {
    Book book = Book.shipped();
    return Stream.of(
        Arguments.of("claims.md", Contents.claims(book)),
        Arguments.of("races.md", Contents.races(book, NotCarried.shipped())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lists")
  void aListIsWhatThePagesSay(String file, String made) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(DOCS.resolve(file), made);
    }
    assertThat(Files.readString(DOCS.resolve(file))).isEqualTo(made);
  }
}
