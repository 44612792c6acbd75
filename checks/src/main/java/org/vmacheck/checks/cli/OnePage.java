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
    Path file = Path.of(address);
    if (Files.isRegularFile(file)) {
      Catalogue.Entry entry = RunCommand.entry(RunCommand.read(file));
      return new OnePage(entry, Files.readString(file));
    }
    List<Catalogue.Entry> entries = catalogue.any(List.of(address));
    if (entries.size() > 1) {
      throw new InputException(
          address
              + " has several pages; name one of them: "
              + String.join(", ", entries.stream().map(Catalogue.Entry::address).toList()));
    }
    return new OnePage(entries.get(0), Book.text(entries.get(0).page()));
  }

  /** As reports call it. */
  String name() {
    return entry.address();
  }
}
