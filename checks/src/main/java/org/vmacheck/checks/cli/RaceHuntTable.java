package org.vmacheck.checks.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vmacheck.checks.hunt.KnownRace;
import org.vmacheck.checks.hunt.RaceHunt;
import org.vmacheck.checks.hunt.RaceHunt.Seen;

/** Which races of the book a hunt finds without their pages, as rows of a table. */
final class RaceHuntTable {

  private final PrintWriter out;
  private final List<Seen> seen = new ArrayList<>();
  private int lacking;

  RaceHuntTable(PrintWriter out) {
    this.out = out;
  }

  /** Hunts for all of them, and prints each row when it is known. */
  int of(RaceHunt hunt) {
    line("| race | kernel | found | by which question | asked | seconds |");
    line("|---|---|---|---|---|---|");
    try (Interruption interruption = new Interruption(this::summary)) {
      for (KnownRace race : KnownRace.of(hunt.book())) {
        Set<String> missing = race.lacking();
        if (missing.isEmpty()) {
          Seen one = hunt.hunt(race);
          seen.add(one);
          line(row(one));
        } else {
          lacking++;
          line(
              "| %s | %s | - | no hunt has %s | | |"
                  .formatted(race.id(), kernel(race), String.join(", ", missing)));
        }
      }
    }
    summary();
    return ExitStatus.AS_EXPECTED;
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

  private void summary() {
    long found = seen.stream().filter(one -> one.trophy().isPresent()).count();
    line("");
    line(
        "%d of %d races found; of %d more a hunt lacks what they take"
            .formatted(found, seen.size(), lacking));
  }

  private void line(String text) {
    out.println(text);
    out.flush();
  }
}
