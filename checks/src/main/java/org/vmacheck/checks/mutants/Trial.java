package org.vmacheck.checks.mutants;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.book.PageProgram;
import org.vmacheck.checks.engine.Engine;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.model.release.Release;

/** The pages of a book put to a kernel that is weakened in one place after another. */
public final class Trial {

  /** Cheap first: what SC shows, LKMM need not be asked. */
  private static final List<MemoryModelName> MODELS =
      List.of(MemoryModelName.SC, MemoryModelName.LKMM);

  private final Engine engine;
  private final Release weakKernel;
  private final Duration budget;

  /** The pages that hold on the kernel as it is. */
  private final Map<MemoryModelName, List<Page>> holding = new EnumMap<>(MemoryModelName.class);

  /**
   * @param kernel the newest release
   * @param budget for each question
   */
  public Trial(Engine engine, Release kernel, List<Page> pages, Duration budget) {
    this.engine = engine;
    this.weakKernel = kernel.patched(WeakVmaLock.PATCH);
    this.budget = budget;
    for (MemoryModelName model : MODELS) {
      holding.put(
          model,
          pages.stream()
              .filter(
                  page ->
                      page.expected(kernel, model)
                          .map(expect -> expect.expectation().isHolds())
                          .orElse(false))
              .toList());
    }
  }

  /** Every mutation of what the pages come by, as the pages come by it. */
  public List<Reached> reached() {
    Map<Page, Duration> times = new LinkedHashMap<>();
    Map<Mutation, List<Page>> reached = new LinkedHashMap<>();
    for (Page page : holding.get(MemoryModelName.SC)) {
      Recorder recorder = new Recorder();
      Verdict verdict = judge(page, recorder, MemoryModelName.SC);
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
      if (model == MemoryModelName.SC && reached.mutation().weakening().isOrdering()) {
        continue;
      }
      for (Page page : reached.pages()) {
        if (!holding.get(model).contains(page)) {
          continue;
        }
        asked++;
        Verdict verdict = judge(page, new OneMutation(reached.mutation()), model);
        switch (verdict.answer()) {
          case VIOLATED -> notices.add(new Notice(page, model, verdict));
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

  private Verdict judge(Page page, Weakness weakness, MemoryModelName model) {
    Settings settings = Settings.defaults().withModel(model).withBudget(budget);
    Verdict verdict =
        engine.judge(WeakMemory.weaken(PageProgram.on(weakKernel, page), weakness), settings);
    return PageProgram.verdict(page, verdict);
  }
}
