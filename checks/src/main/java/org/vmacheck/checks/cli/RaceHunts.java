package org.vmacheck.checks.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vmacheck.checks.book.Book;
import org.vmacheck.checks.hunt.KnownRace;
import org.vmacheck.checks.hunt.RaceHunt;
import org.vmacheck.checks.hunt.RaceHunt.Seen;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.input.Nearest;
import picocli.CommandLine.Option;

/** Which races of the book a hunt finds without their pages, as rows of a table. */
final class RaceHunts {

  @Option(
      names = "--races",
      paramLabel = "T",
      arity = "0..1",
      fallbackValue = "25s",
      converter = Budget.class,
      description = {
        "Instead: hunt for each race of the book, on the kernel that has it, by the calls of its",
        "page alone; so much processor time for each (default: ${FALLBACK-VALUE})."
      })
  private Duration time;

  @Option(
      names = "--race",
      split = ",",
      paramLabel = "ID",
      description = "With --races: these alone.")
  private List<String> ids = List.of();

  private final List<Seen> seen = new ArrayList<>();
  private int lacking;

  boolean areAsked() {
    return time != null;
  }

  /**
   * Hunts for each race, and prints its row when it is known.
   *
   * @param question the time for each question
   * @param jobs questions at a time
   */
  int hunt(Book book, Duration question, int jobs, PrintWriter out) {
    RaceHunt hunt = new RaceHunt(book, time, question, jobs);
    List<KnownRace> races = chosen(book);
    line(out, "| race | kernel | found | by which question | asked | seconds |");
    line(out, "|---|---|---|---|---|---|");
    try (Interruption interruption = new Interruption(() -> summary(out))) {
      races.forEach(race -> line(out, row(hunt, race)));
    }
    summary(out);
    return ExitStatus.AS_EXPECTED;
  }

  private List<KnownRace> chosen(Book book) {
    List<KnownRace> all = KnownRace.of(book);
    List<String> known = all.stream().map(KnownRace::id).toList();
    for (String id : ids) {
      if (!known.contains(id)) {
        throw new InputException(
            "--race: no race '" + id + "'" + Nearest.among(id, known, "races"));
      }
    }
    return all.stream().filter(race -> ids.isEmpty() || ids.contains(race.id())).toList();
  }

  private String row(RaceHunt hunt, KnownRace race) {
    Set<String> missing = race.lacking();
    if (missing.isEmpty()) {
      Seen one = hunt.hunt(race);
      seen.add(one);
      return row(one);
    }
    lacking++;
    return "| %s | %s | - | no hunt has %s | | |"
        .formatted(race.id(), kernel(race), String.join(", ", missing));
  }

  private static String row(Seen one) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %,d | %.0f |",
        one.race().id(),
        kernel(one.race()),
        one.trophy().map(trophy -> trophy.finding()).orElse("no"),
        one.trophy().map(trophy -> "`" + trophy.calls().replace("|", "\\|") + "`").orElse(""),
        one.asked(),
        one.nanos() / 1e9);
  }

  private static String kernel(KnownRace race) {
    return race.weak().name() + ", " + race.model().text();
  }

  private void summary(PrintWriter out) {
    long found = seen.stream().filter(one -> one.trophy().isPresent()).count();
    line(out, "");
    line(
        out,
        "%d of %d races found; of %d more a hunt lacks what they take"
            .formatted(found, seen.size(), lacking));
  }

  private static void line(PrintWriter out, String text) {
    out.println(text);
    out.flush();
  }
}
