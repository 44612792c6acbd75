package org.vmacheck.checks.hunt;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.vmacheck.checks.book.Book;

/**
 * Hunts for a race of the book. The hunt is told the calls of its page, and neither where nor with
 * what they are made, nor what goes wrong: it looks for whatever the fair kernel does not show.
 *
 * @param time of the processors for each race
 * @param question the time for each question
 * @param jobs questions at a time
 */
public record RaceHunt(Book book, Duration time, Duration question, int jobs) {

  /** First the smallest address spaces, for more than half of the time. */
  private static final int SMALL = 2;

  private static final int LARGER = 3;
  private static final double SHARE_OF_SMALL = 0.6;

  /**
   * What came of it.
   *
   * @param trophy what was found, if anything
   * @param asked how many questions until then
   * @param nanos of the processors
   */
  public record Seen(KnownRace race, Optional<Trophy> trophy, long asked, long nanos) {}

  /** Asks until something is found, or the time is over. */
  public Seen hunt(KnownRace race) {
    long begun = cpuTime();
    Seen small = hunt(race, SMALL, (long) (time.toNanos() * SHARE_OF_SMALL), begun);
    if (small.trophy().isPresent()) {
      return small;
    }
    Seen larger = hunt(race, LARGER, time.toNanos() - (cpuTime() - begun), begun);
    return new Seen(race, larger.trophy(), small.asked() + larger.asked(), larger.nanos());
  }

  private Seen hunt(KnownRace race, int pages, long nanos, long begun) {
    Hunt hunt = new Hunt(plan(race, pages), book);
    AtomicReference<Trophy> found = new AtomicReference<>();
    long end = cpuTime() + nanos;
    hunt.run(
        trophy -> {
          if (race.fair().isPresent() || trophy.finding().equals(race.finding().toString())) {
            found.compareAndSet(null, trophy);
            hunt.stop();
          }
        },
        () -> {
          if (cpuTime() > end) {
            hunt.stop();
          }
        });
    return new Seen(race, Optional.ofNullable(found.get()), hunt.asked(), cpuTime() - begun);
  }

  /** Of all processors, so that what else they do does not count. */
  private static long cpuTime() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private HuntPlan plan(KnownRace race, int pages) {
    return new HuntPlan(
        pages,
        race.page().threads().size(),
        1,
        List.of(),
        Optional.of(Alike.to(race.page())),
        Integer.MAX_VALUE,
        0,
        1,
        1,
        race.weak(),
        race.model(),
        race.fair(),
        Optional.empty(),
        question,
        jobs,
        Optional.empty());
  }
}
