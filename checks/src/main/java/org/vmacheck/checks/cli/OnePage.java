package org.vmacheck.checks.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vmacheck.checks.book.Book;
import org.vmacheck.checks.input.InputException;

/**
 * A page of the book or a file of one's own, where a command takes just one.
 *
 * @param text that it was read from
 */
record OnePage(Catalogue.Entry entry, String text) {

  /**
   * The page of an address.
   *
   * @param address {@code C61/guard-vs-mprotect}, or a file
   * @throws InputException if there is none, or there are several
   */
  static OnePage of(Catalogue catalogue, String address) throws IOException {
    List<OnePage> pages = all(catalogue, address);
    if (pages.size() > 1) {
      throw new InputException(
          address
              + " has several pages; name one of them: "
              + String.join(", ", pages.stream().map(OnePage::name).toList()));
    }
    return pages.get(0);
  }

  /** All pages of an address, one at least. */
  static List<OnePage> all(Catalogue catalogue, String address) throws IOException {
    Path file = Path.of(address);
    if (Files.isRegularFile(file)) {
      Catalogue.Entry entry = RunCommand.entry(RunCommand.read(file));
      return List.of(new OnePage(entry, Files.readString(file)));
    }
    return catalogue.any(List.of(address)).stream().map(OnePage::of).toList();
  }

  /** A page of the book. */
  static OnePage of(Catalogue.Entry entry) {
    return new OnePage(entry, Book.text(entry.page()));
  }

  /** As reports call it. */
  String name() {
    return entry.address();
  }
}
