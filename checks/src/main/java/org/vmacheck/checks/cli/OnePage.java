package org.vmacheck.checks.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vmacheck.checks.input.InputException;

/** A page of the book or a file of one's own, where a command takes just one. */
record OnePage(Catalogue.Entry entry) {

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
      return List.of(new OnePage(RunCommand.entry(RunCommand.read(file))));
    }
    return catalogue.any(List.of(address)).stream().map(OnePage::new).toList();
  }

  /** As reports call it. */
  String name() {
    return entry.address();
  }

  /** That it was read from. */
  String text() {
    return entry.page().text();
  }
}
