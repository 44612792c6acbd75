package org.vmacheck.checks.mutants;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.book.PageProgram;
import org.vmacheck.checks.engine.Engine;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.scenario.Setup;
import org.vmacheck.model.release.Release;

/** The pages of a book put to a kernel that is weakened in one place after another. */
public final class Trial {

  /** Cheap first: what SC shows, LKMM need not be asked. */
  private static final List<MemoryModelName> MODELS =
      List.of(MemoryModelName.SC, MemoryModelName.LKMM);

  private final Engine engine;
  private final List<Page> pages;
  private final Duration budget;
  private final Map<MemoryModelName, Map<Page, List<Footing>>> footings =
      new EnumMap<>(MemoryModelName.class);

  /**
   * @param kernel the newest release
   * @param budget for each question
   */
  public Trial(Engine engine, Release kernel, List<Page> pages, Duration budget) {
    this.engine = engine;
    this.pages = List.copyOf(pages);
    this.budget = budget;
    for (MemoryModelName model : MODELS) {
      Map<Page, List<Footing>> of = new LinkedHashMap<>();
      pages.forEach(page -> of.put(page, Footing.of(page, kernel, model)));
      footings.put(model, of);
    }
  }

  /** Every mutation of what the pages come by, as the pages come by it. */
  public List<Reached> reached() {
    Map<Page, Duration> times = new LinkedHashMap<>();
    Map<Mutation, List<Page>> reached = new LinkedHashMap<>();
    for (Footing footing : footings(pages, MemoryModelName.SC)) {
      if (!footing.isRelease()) {
        continue;
      }
      Page page = footing.page();
      Recorder recorder = new Recorder();
      Verdict verdict = judge(footing, recorder, MemoryModelName.SC);
      times.put(page, verdict.time());
      recorder
          .mutations()
          .forEach(mutation -> reached.computeIfAbsent(mutation, m -> new ArrayList<>()).add(page));
    }
    return reached.entrySet().stream()
        .map(
            entry ->
                new Reached(
                    entry.getKey(),
                    entry.getValue().stream().sorted(Comparator.comparing(times::get)).toList()))
        .toList();
  }

  /**
   * Asks the pages about a mutation until one of them notices.
   *
   * @param all whether to ask the rest, too
   */
  public Result of(Reached reached, boolean all) {
    List<Notice> notices = new ArrayList<>();
    int asked = 0;
    int undecided = 0;
    for (MemoryModelName model : MODELS) {
      if (model == MemoryModelName.SC && reached.mutation().isOrdering()) {
        continue;
      }
      for (Footing footing : footings(reached.pages(), model)) {
        asked++;
        Verdict verdict = judge(footing, new OneMutation(reached.mutation()), model);
        switch (verdict.answer()) {
          case VIOLATED ->
              notices.add(new Notice(footing.page(), footing.kernel(), model, verdict));
          case INCONCLUSIVE -> undecided++;
          case HOLDS -> {}
        }
        if (!notices.isEmpty() && !all) {
          return new Result(reached, notices, asked, undecided);
        }
      }
    }
    return new Result(reached, notices, asked, undecided);
  }

  /** The release before what is patched, and each quickest first. */
  private List<Footing> footings(List<Page> asked, MemoryModelName model) {
    List<Footing> all =
        asked.stream().flatMap(page -> footings.get(model).get(page).stream()).toList();
    return Stream.concat(
            all.stream().filter(Footing::isRelease),
            all.stream().filter(footing -> !footing.isRelease()))
        .toList();
  }

  private Verdict judge(Footing footing, Weakness weakness, MemoryModelName model) {
    Settings settings = Settings.defaults().withModel(model).withBudget(budget);
    Setup program = PageProgram.on(footing.weak(), footing.page());
    Verdict verdict = engine.judge(WeakMemory.weaken(program, weakness), settings);
    return PageProgram.verdict(footing.page(), verdict);
  }
}
