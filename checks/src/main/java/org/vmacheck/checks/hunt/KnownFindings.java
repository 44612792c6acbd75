package org.vmacheck.checks.hunt;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vmacheck.checks.book.Book;
import org.vmacheck.checks.book.Expect;
import org.vmacheck.checks.book.Page;

/** What the book has a page of. */
final class KnownFindings {

  private final Book book;

  KnownFindings(Book book) {
    this.book = book;
  }

  /**
   * The address of the page that is most like a find: it expects the same finding of the same
   * kernel under the same model, and makes at least one call of the same kind.
   */
  Optional<String> page(Find find) {
    return book.pages().stream()
        .filter(page -> shows(page, find) && common(page, find) > 0)
        .max(Comparator.comparingLong(page -> common(page, find)))
        .map(Page::address);
  }

  private static long common(Page page, Find find) {
    Set<String> kinds = kinds(page);
    return find.kinds().stream().filter(kinds::contains).count();
  }

  private static boolean shows(Page page, Find find) {
    Optional<Expect> expect = page.expected(find.kernel(), find.model());
    return expect.isPresent()
        && expect
            .get()
            .expectation()
            .violated()
            .map(Object::toString)
            .equals(Optional.of(find.finding()));
  }

  private static Set<String> kinds(Page page) {
    return page.threads().stream()
        .map(thread -> thread.statements())
        .flatMap(List::stream)
        .map(statement -> Vocabulary.kind(statement.call()))
        .collect(Collectors.toSet());
  }
}
