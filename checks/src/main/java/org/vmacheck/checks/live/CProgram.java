package org.vmacheck.checks.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vmacheck.checks.book.Condition;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.book.PageProgram;
import org.vmacheck.checks.book.Proposition;
import org.vmacheck.checks.book.Statement;
import org.vmacheck.checks.book.ThreadText;
import org.vmacheck.checks.live.drive.DelayPlan;
import org.vmacheck.checks.live.drive.PlanSource;
import org.vmacheck.checks.syscall.Advice;
import org.vmacheck.checks.syscall.SystemCall;

/**
 * A page as a C program that runs on any Linux: the threads of the page, over and over with random
 * delays, and what the page says of the end of each round.
 */
public final class CProgram {

  private final Page page;
  private final String name;
  private final List<CPart> parts;
  private final StringBuilder out = new StringBuilder();

  /** Whose turn it is, if the threads are driven. */
  private final Optional<DelayPlan> plan;

  private CProgram(Page page, String name, Optional<DelayPlan> plan) {
    this.page = page;
    this.parts = CPart.of(calls(page));
    this.name = name;
    this.plan = plan;
  }

  /**
   * The source.
   *
   * @param name of the page in what it prints
   * @param text of the page, which stands at its top
   * @throws NotExported if the page takes paths of the kernel that a process cannot take, or asks
   *     for what it cannot see
   */
  public static String of(Page page, String name, String text) {
    return new CProgram(page, name, Optional.empty()).write(text);
  }

  /**
   * The source of a program whose threads are driven by a plan.
   *
   * @throws NotExported as without one
   */
  public static String driven(Page page, String name, String text, DelayPlan plan) {
    return new CProgram(page, name, Optional.of(plan)).write(text);
  }

  /** The source of a page of the book. */
  public static String of(Page page, String name) {
    return of(page, name, page.text());
  }

  private String write(String text) {
    checkCollapses();
    checkChildren();
    comment(text);
    line(CSource.of("race-prelude.h").strip());
    plan.ifPresent(driven -> line(CSource.of("drive-prelude.h").strip()));
    line("");
    declarations();
    line(CSource.of("race.h").strip());
    line("");
    for (CPart part : parts) {
      line(part.text());
      line("");
    }
    if (hasLargePages(page)) {
      line(CSource.of("collapse.h").strip());
      line("");
    }
    children();
    plan.ifPresent(this::drive);
    setUp();
    for (int thread = 0; thread < page.threads().size(); thread++) {
      thread(thread, page.threads().get(thread));
    }
    line("static void (*const threads[THREADS])(void) = {" + threadNames() + "};");
    line("");
    condition();
    return out.toString();
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private void comment(String text) {
    line("/*");
    line(" * Made by `vmacheck export " + name + "`, of this page:");
    line(" *");
    text.strip().lines().forEach(one -> line((" *\t" + one.replace("*/", "* /")).stripTrailing()));
    line(" */");
  }

  private void declarations() {
    int calls = page.threads().stream().mapToInt(t -> t.statements().size()).max().orElse(1);
    line(
        "enum { PAGES = "
            + page.pages()
            + ", THREADS = "
            + page.threads().size()
            + ", CALLS = "
            + calls
            + " };");
    line("");
    line("static const char page_name[] = \"" + name + "\";");
    line("static const int needs_guards = " + (needsGuards() ? 1 : 0) + ";");
    line("");
    line("/* What the page calls the results of its threads' calls. */");
    line("static const char *const names[THREADS][CALLS] = {");
    page.threads().forEach(thread -> line("\t{" + resultNames(thread) + "},"));
    line("};");
    line("");
    line("/* The pages that are read when a round is over. */");
    line(
        "static const int reads[] = {"
            + Stream.concat(PageProgram.reads(page).stream(), Stream.of(-1))
                .map(String::valueOf)
                .collect(Collectors.joining(", "))
            + "};");
    line("");
    if (asksForWitness()) {
      line("#define EXISTS");
    }
    if (hasLargePages(page)) {
      line("#define COLLAPSES");
    }
    line("static int set_up(void);");
    line(asksForWitness() ? "static int witnessed(void);" : "static const char *violated(void);");
    line("static void (*const threads[THREADS])(void);");
    page.initial().files().keySet().forEach(file -> line("static int " + CCall.file(file) + ";"));
    line("");
  }

  private static String resultNames(ThreadText thread) {
    return thread.statements().stream()
        .map(statement -> statement.result().isEmpty() ? "NULL" : "\"" + statement.result() + "\"")
        .collect(Collectors.joining(", "));
  }

  private boolean asksForWitness() {
    return page.condition().quantifier() == Condition.Quantifier.EXISTS;
  }

  private boolean needsGuards() {
    return calls(page)
        .anyMatch(
            call ->
                call instanceof SystemCall.Madvise madvise && madvise.advice().needsGuardRegions());
  }

  /**
   * Whether a page of the window is half a huge page, as what is collapsed is a whole page table,
   * and the model's has two pages.
   */
  static boolean hasLargePages(Page page) {
    return calls(page).anyMatch(SystemCall.Collapse.class::isInstance);
  }

  /** What the model and a kernel with huge pages do not show alike. */
  private void checkCollapses() {
    boolean collapsesItself =
        calls(page)
            .anyMatch(
                call ->
                    call instanceof SystemCall.Madvise madvise
                        && madvise.advice() == Advice.MADV_COLLAPSE);
    if (collapsesItself && page.initial().files().isEmpty()) {
      throw new NotExported("MADV_COLLAPSE of anonymous memory takes the range of a huge page");
    }
    if (collapsesItself
        && page.condition().proposition().atoms().anyMatch(Proposition.Pte.class::isInstance)) {
      throw new NotExported("MADV_COLLAPSE makes a huge entry, which the model does not");
    }
    boolean fillsPages =
        calls(page)
            .anyMatch(
                call -> call instanceof SystemCall.UffdCopy || call instanceof SystemCall.UffdMove);
    if (fillsPages && (collapsesItself || hasLargePages(page))) {
      throw new NotExported("a page beside a collapse is many, and userfaultfd fills each alone");
    }
    if (inThreads(SystemCall.Collapse.class) && inThreads(SystemCall.Read.class)) {
      throw new NotExported(
          "a read beside a collapse may map the huge page as a whole, which the model does not");
    }
  }

  /** A child has one channel to hear of its calls, and here a thread of its own. */
  private void checkChildren() {
    if (page.initial().forks()) {
      throw new NotExported("the child is there before the threads, and each may call it");
    }
  }

  private boolean inThreads(Class<? extends SystemCall> kind) {
    return page.threads().stream()
        .flatMap(thread -> thread.statements().stream())
        .map(Statement::call)
        .anyMatch(kind::isInstance);
  }

  /** All calls, those that children make among them. */
  private static Stream<SystemCall> calls(Page page) {
    return Stream.concat(
            page.initial().calls().stream(),
            page.threads().stream().flatMap(thread -> thread.statements().stream()))
        .map(Statement::call)
        .map(call -> call instanceof SystemCall.Child child ? child.call() : call);
  }

  /** The functions that children of fork call. */
  private void children() {
    List<Statement> first = page.initial().calls();
    for (int i = 0; i < first.size(); i++) {
      child(first.get(i).call(), Caller.setUp(page.threads().size(), i));
    }
    for (int thread = 0; thread < page.threads().size(); thread++) {
      List<Statement> statements = page.threads().get(thread).statements();
      for (int i = 0; i < statements.size(); i++) {
        child(statements.get(i).call(), Caller.of(thread, i));
      }
    }
  }

  private void child(SystemCall call, Caller caller) {
    if (call instanceof SystemCall.Child child) {
      line("static long " + caller.childFunction() + "(void)");
      line("{");
      line("\treturn " + CCall.body(child, caller) + ";");
      line("}");
      line("");
    }
  }

  private void drive(DelayPlan driven) {
    line(PlanSource.sizes(driven));
    line("");
    line(CSource.of("drive.h").strip());
    line("");
    line(PlanSource.table(driven, page.threads().stream().map(ThreadText::name).toList()));
    line("");
  }

  private void setUp() {
    line("/* Returns whether this process goes on with the round. */");
    line("static int set_up(void)");
    line("{");
    plan.ifPresent(driven -> line("\tbegin_round();"));
    page.initial()
        .files()
        .forEach((file, pages) -> line("\tmake_file(&" + CCall.file(file) + ", " + pages + ");"));
    if (parts.stream().anyMatch(CPart::isLasting)) {
      becomeChild();
    }
    parts.forEach(part -> line(part.opening()));
    List<Statement> statements = page.initial().calls();
    for (int i = 0; i < statements.size(); i++) {
      SystemCall call = statements.get(i).call();
      if (call instanceof SystemCall.BecomeChild) {
        becomeChild();
        parts.stream().filter(part -> !part.isLasting()).forEach(part -> line(part.opening()));
      } else {
        String text = CCall.of(call, Caller.setUp(page.threads().size(), i));
        line("\tmust(" + text + ",");
        line("\t     \"" + call.text() + "\");");
      }
    }
    line("\treturn 1;");
    line("}");
    line("");
  }

  private void becomeChild() {
    line("\tif (!become_child())");
    line("\t\treturn 0;");
  }

  private void thread(int number, ThreadText thread) {
    line("static void " + thread.name() + "(void)");
    line("{");
    plan.ifPresent(driven -> line("\tawait_turn(" + number + ");"));
    for (int i = 0; i < thread.statements().size(); i++) {
      SystemCall call = thread.statements().get(i).call();
      String result = "result[" + number + "][" + i + "]";
      line("\tspin();");
      line("\t" + result + " = " + CCall.of(call, Caller.of(number, i)) + ";");
    }
    plan.ifPresent(driven -> line("\tend_turn(" + number + ");"));
    line("}");
    line("");
  }

  private String threadNames() {
    return page.threads().stream().map(ThreadText::name).collect(Collectors.joining(", "));
  }

  private void condition() {
    switch (page.condition().quantifier()) {
      case FORALL -> violated(conjuncts(), "!");
      case NOT_EXISTS -> violated(List.of(page.condition().proposition()), "");
      case EXISTS -> witnessed(page.condition().proposition());
    }
  }

  /**
   * @param wrong what makes it wrong: that it is not so, {@code !}, or that it is
   */
  private void violated(List<Proposition> parts, String wrong) {
    line("/* What is not as the page says, or NULL. */");
    line("static const char *violated(void)");
    line("{");
    for (Proposition part : parts) {
      line("\t/* " + (wrong.isEmpty() ? "never " : "") + part + " */");
      line("\tif (" + wrong + "(" + CProposition.of(part) + "))");
      line("\t\treturn \"" + part.finding() + "\";");
    }
    line("\treturn NULL;");
    line("}");
  }

  private void witnessed(Proposition proposition) {
    line("/* " + proposition + " */");
    line("static int witnessed(void)");
    line("{");
    line("\treturn " + CProposition.of(proposition) + ";");
    line("}");
  }

  private List<Proposition> conjuncts() {
    Proposition proposition = page.condition().proposition();
    return proposition instanceof Proposition.And and
        ? new ArrayList<>(and.parts())
        : List.of(proposition);
  }
}
