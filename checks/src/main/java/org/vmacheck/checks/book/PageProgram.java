package org.vmacheck.checks.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.scenario.KernelThread;
import org.vmacheck.checks.scenario.Operation;
import org.vmacheck.checks.scenario.Outcomes;
import org.vmacheck.checks.scenario.Program;
import org.vmacheck.checks.scenario.Property;
import org.vmacheck.checks.scenario.Setup;
import org.vmacheck.checks.syscall.Machine;
import org.vmacheck.checks.syscall.SystemCall;
import org.vmacheck.model.Invariants;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.pgtable.Geometry;
import org.vmacheck.model.release.Release;

/** A page as a program for an engine. */
public final class PageProgram {

  /** What is found when an execution shows what {@code exists} asks for. */
  public static final String WITNESS = "exists";

  private PageProgram() {}

  /**
   * The page on a kernel.
   *
   * <p>Of a page that says {@code exists} the program is violated, by the finding {@link #WITNESS},
   * when there is such an execution.
   */
  public static Setup on(Release release, Page page) {
    return upToSymmetry(
        page, setup(release, page, Geometry.ofPages(page.pages()), PageProgram::judge));
  }

  /**
   * A program of the page, whose judgement does not tell threads with the same calls apart but
   * where the condition does.
   */
  public static Setup upToSymmetry(Page page, Setup setup) {
    Set<Set<Integer>> alike = alike(page);
    return memory -> setup.prepare(memory).withAlike(alike);
  }

  /**
   * The threads with the same calls that the condition does not ask for results or children of. A
   * race that is meant in one object may be in an object that one thread made, so then there are
   * none.
   */
  private static Set<Set<Integer>> alike(Page page) {
    if (page.races().stream().anyMatch(cell -> cell.contains("#"))) {
      return Set.of();
    }
    Set<Integer> told = page.condition().proposition().threads().collect(Collectors.toSet());
    Map<List<SystemCall>, Set<Integer>> byCalls = new HashMap<>();
    for (int t = 0; t < page.threads().size(); t++) {
      if (!told.contains(t)) {
        List<SystemCall> calls =
            page.threads().get(t).statements().stream().map(Statement::call).toList();
        byCalls.computeIfAbsent(calls, same -> new HashSet<>()).add(t);
      }
    }
    return Set.copyOf(byCalls.values());
  }

  /**
   * The page on a kernel, with every end told instead of judged.
   *
   * @param geometry of the page tables, which hold all pages of the page
   * @param seen the end as an exported program prints it, and the finding, empty if there is none
   */
  public static Setup observed(
      Release release, Page page, Geometry geometry, BiConsumer<String, String> seen) {
    return setup(
        release,
        page,
        geometry,
        (of, machine, mm, tasks, outcomes) -> {
          EndState end = new EndState(machine.kernel(), mm, tasks, outcomes);
          String text = EndText.of(of, end, mm, tasks, outcomes);
          seen.accept(text, finding(() -> judge(of, machine, mm, tasks, outcomes)));
        });
  }

  /**
   * The page on a kernel, with a second judgement of every end.
   *
   * @param also throws a {@link KernelBug} if something is wrong with the end
   */
  public static Setup judged(Release release, Page page, Consumer<End> also) {
    return setup(
        release,
        page,
        Geometry.ofPages(page.pages()),
        (of, machine, mm, tasks, outcomes) -> {
          judge(of, machine, mm, tasks, outcomes);
          EndState end = new EndState(machine.kernel(), mm, tasks, outcomes);
          also.accept(new Ended(of, end, mm, tasks, outcomes));
        });
  }

  private record Ended(
      Page page, EndState end, MmStruct mm, List<Machine.Task> tasks, Outcomes outcomes)
      implements End {
    @Override
    public String seen() {
      return EndText.seen(page, end, mm, tasks);
    }

    @Override
    public List<Proposition> state() {
      List<Proposition> all = new ArrayList<>(end.exactly(page.pages()));
      for (int t = 0; t < tasks.size(); t++) {
        int thread = t;
        if (tasks.get(t).childMm() != null) {
          end.of(tasks.get(t).childMm()).exactly(page.pages()).stream()
              .map(inner -> new Proposition.Child(thread, inner))
              .forEach(all::add);
        }
      }
      return all;
    }

    @Override
    public boolean holds(Proposition proposition) {
      return end.holds(proposition);
    }
  }

  /** The pages that are read when an execution has ended. */
  public static Set<Integer> reads(Page page) {
    return EndText.reads(page.condition().proposition());
  }

  private static String finding(Runnable judging) {
    try {
      judging.run();
      return "";
    } catch (KernelBug bug) {
      return bug.name();
    }
  }

  /** What is done at the end of each execution. */
  private interface Ending {
    void reached(
        Page page, Machine machine, MmStruct mm, List<Machine.Task> tasks, Outcomes outcomes);
  }

  private static Setup setup(Release release, Page page, Geometry geometry, Ending ending) {
    return memory -> {
      Machine machine = new Machine(release.boot(memory), geometry, 0, page.pages());
      Machine.Task before = boot(machine, page, release);
      MmStruct mm = before.mm();
      List<Machine.Task> tasks = new ArrayList<>();
      List<KernelThread> threads = new ArrayList<>();
      for (ThreadText text : page.threads()) {
        Machine.Task task = machine.task(text.name(), before);
        tasks.add(task);
        threads.add(new KernelThread(text.name(), operations(task, text)));
      }
      machine.pin(mm, page.exits(), page.openFiles());
      Property property = outcomes -> ending.reached(page, machine, mm, tasks, outcomes);
      return new Program(threads, property, page.races());
    };
  }

  /**
   * The verdict on the page that follows from the one on its program: of {@code exists} a witness
   * is what makes it hold.
   */
  public static Verdict verdict(Page page, Verdict program) {
    if (page.condition().quantifier() != Condition.Quantifier.EXISTS) {
      return program;
    }
    boolean witness =
        program.counterexample().map(found -> found.finding().name().equals(WITNESS)).orElse(false);
    if (witness) {
      return program.answering(Verdict.Answer.HOLDS, false, "an execution shows it");
    }
    return switch (program.answer()) {
      case HOLDS ->
          program.exhaustive()
              ? program.answering(Verdict.Answer.VIOLATED, true, "no execution shows it")
              : program.answering(Verdict.Answer.INCONCLUSIVE, false, "nothing showed it so far");
      case VIOLATED, INCONCLUSIVE -> program;
    };
  }

  /** Runs what comes before the threads; returns who did, in the address space that they share. */
  private static Machine.Task boot(Machine machine, Page page, Release release) {
    page.initial().files().forEach(machine::create);
    Machine.Task task = machine.task("init", machine.mm());
    for (Statement statement : page.initial().calls()) {
      long result = task.call(statement.call());
      if (result < 0) {
        throw new InputException(
            new PageFailure(
                    statement.at(),
                    statement.call().text()
                        + " fails with "
                        + Values.text(statement.call().returns(), result)
                        + " on "
                        + release.name())
                .in(page.source()));
      }
    }
    return task;
  }

  private static List<Operation> operations(Machine.Task task, ThreadText text) {
    List<Operation> operations = new ArrayList<>();
    for (Statement statement : text.statements()) {
      SystemCall call = statement.call();
      operations.add(new Operation(call.text(), () -> task.call(call)));
    }
    return operations;
  }

  private static void judge(
      Page page, Machine machine, MmStruct mm, List<Machine.Task> tasks, Outcomes outcomes) {
    Invariants invariants = new Invariants(machine.kernel());
    Set<MmStruct> alive = new LinkedHashSet<>();
    if (page.exits() == 0) {
      alive.add(mm);
    }
    machine.children().stream().filter(child -> child != mm).forEach(alive::add);
    alive.forEach(invariants::check);
    alive.forEach(one -> invariants.checkReferences(one, 1));
    if (page.exits() > 0) {
      invariants.checkReferences(mm, 0);
    }
    if (mm != machine.mm()) {
      // The parent of those who were made in init; nobody runs there.
      alive.add(machine.mm());
    }
    invariants.checkFolios(alive);
    invariants.checkAnonVmas(alive);
    invariants.checkSharedTables(alive);
    EndState end = new EndState(machine.kernel(), mm, tasks, outcomes);
    Proposition proposition = page.condition().proposition();
    switch (page.condition().quantifier()) {
      case FORALL -> end.require(proposition);
      case EXISTS -> end.witness(WITNESS, proposition);
      case NOT_EXISTS -> end.witness(proposition.finding(), proposition);
    }
  }

  static KernelBug violated(String name, String detail) {
    return new KernelBug(KernelBug.Kind.INVARIANT, name, detail);
  }
}
