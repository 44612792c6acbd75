package org.vmacheck.checks.book;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vmacheck.checks.input.InputException;

/**
 * A race that was reported, and that no page shows. The list is {@code book/not-carried.txt}: a
 * line each, with bars in between.
 *
 * @param id {@code D6}
 * @param title what goes wrong
 * @param reason why the book does not show it
 */
public record NotCarried(String id, String title, String reason) {

  private static final String SOURCE = "book/not-carried.txt";

  /** Those that this program was built with. */
  public static List<NotCarried> shipped() {
    try (InputStream in = NotCarried.class.getResourceAsStream("/" + SOURCE)) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws InputException that names the line, if it is not of that form, or the id came before
   */
  static List<NotCarried> parse(String text) {
    List<NotCarried> all = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      NotCarried race = race(line, number);
      if (all.stream().anyMatch(other -> other.id.equals(race.id))) {
        throw new InputException(SOURCE + ":" + number + ": " + race.id + " came before");
      }
      all.add(race);
    }
    return List.copyOf(all);
  }

  private static NotCarried race(String line, int number) {
    String[] cells = line.split(" \\| ", -1);
    if (cells.length != 3
        || cells[0].isBlank()
        || cells[0].contains(" ")
        || cells[1].isBlank()
        || cells[2].isBlank()) {
      throw new InputException(
          SOURCE + ":" + number + ": expected 'id | what goes wrong | why no page shows it'");
    }
    return new NotCarried(cells[0].strip(), cells[1].strip(), cells[2].strip());
  }
}
