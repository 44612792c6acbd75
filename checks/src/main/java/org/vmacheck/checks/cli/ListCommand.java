package org.vmacheck.checks.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.vmacheck.checks.book.Book;
import org.vmacheck.checks.book.Heading;
import org.vmacheck.checks.book.NotCarried;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.engine.Engine;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.input.Nearest;
import org.vmacheck.checks.report.Listing;
import org.vmacheck.checks.syscall.CallShape;
import org.vmacheck.model.release.Patch;
import org.vmacheck.model.release.Patches;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;
import org.vmacheck.stress.MemoryOrderQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vmacheck list}: what there is to ask about. */
@Command(
    name = "list",
    description = "List what can be asked about.",
    mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

  private enum Kind {
    CLAIMS,
    RACES,
    PAGES,
    KERNELS,
    PATCHES,
    CALLS,
    ENGINES,
    TESTS;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @ParentCommand private Vmacheck vmacheck;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "KIND",
      arity = "0..*",
      description = "claims, races, pages, kernels, patches, calls, engines, tests (default: all).")
  private List<String> kinds = new ArrayList<>();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Kind> shown =
        kinds.isEmpty()
            ? Arrays.asList(Kind.values())
            : kinds.stream().map(ListCommand::kind).toList();
    out.print(shown.stream().map(this::listing).collect(Collectors.joining("\n")));
    out.flush();
    return ExitStatus.AS_EXPECTED;
  }

  private static Kind kind(String typed) {
    List<String> known = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (kind.text().equalsIgnoreCase(typed)) {
        return kind;
      }
      known.add(kind.text());
    }
    String near = Nearest.among(typed, known, "lists");
    throw new InputException(
        "no list of '"
            + typed
            + "'"
            + (near.isEmpty() ? "; there are " + String.join(", ", known) : near));
  }

  private String listing(Kind kind) {
    Catalogue catalogue = vmacheck.catalogue();
    List<Page> pages = catalogue.book().pages();
    return switch (kind) {
      case CLAIMS ->
          new Listing("claim", "pages", "source", "sentence")
              .all(first(catalogue.book(), Heading.Kind.CLAIM), h -> claim(catalogue.book(), h))
              .text();
      case RACES ->
          new Listing("race", "reported", "fixed", "what goes wrong")
                  .all(first(catalogue.book(), Heading.Kind.RACE), ListCommand::race)
                  .text()
              + "\n"
              + new Listing("not shown", "why not", "what goes wrong")
                  .all(NotCarried.shipped(), ListCommand::notCarried)
                  .text();
      case PAGES -> new Listing("page", "expected", "threads").all(pages, ListCommand::page).text();
      case KERNELS ->
          new Listing("kernel", "differs from the newest in")
              .all(Releases.all(), ListCommand::release)
              .text();
      case PATCHES ->
          new Listing("patch", "asked for", "since", "what it changes")
              .all(Patches.all(), ListCommand::patch)
              .text();
      case CALLS ->
          new Listing("call").all(CallShape.all(), shape -> List.of(shape.usage())).text();
      case ENGINES ->
          new Listing("engine", "memory models")
              .all(catalogue.engines(), ListCommand::engine)
              .text();
      case TESTS ->
          new Listing("test", "claims and races", "question")
              .all(MemoryOrderQuestion.all(), ListCommand::test)
              .text();
    };
  }

  /** The first heading of each id. */
  private static List<Heading> first(Book book, Heading.Kind kind) {
    List<Heading> first = new ArrayList<>();
    for (Heading heading : book.headings()) {
      boolean known = first.stream().anyMatch(other -> other.id().equals(heading.id()));
      if (heading.kind() == kind && !known) {
        first.add(heading);
      }
    }
    return first;
  }

  private static List<String> claim(Book book, Heading heading) {
    return List.of(
        heading.id(),
        String.valueOf(book.named(heading.id()).size()),
        heading.source(),
        heading.sentence());
  }

  private static List<String> race(Heading heading) {
    return List.of(heading.id(), heading.reported(), heading.fixed(), heading.sentence());
  }

  private static List<String> notCarried(NotCarried race) {
    return List.of(race.id(), race.reason(), race.title());
  }

  private static List<String> page(Page page) {
    String expected =
        page.expects().stream()
            .filter(expect -> !expect.isPatched())
            .map(expect -> expect.expectation().text())
            .distinct()
            .collect(Collectors.joining("; "));
    return List.of(page.address(), expected, page.scenario());
  }

  private static List<String> release(Release release) {
    return List.of(release.name(), String.join(", ", release.content()));
  }

  private static List<String> patch(Patch patch) {
    return List.of(
        patch.slug(),
        patch.isProposal() ? "--with" : "--without",
        patch.origin() instanceof Patch.Origin.Upstream commit
            ? commit.first() + " (" + String.join(", ", commit.ids()) + ")"
            : patch.isProposal() ? "-" : "always",
        patch.sentence());
  }

  private static List<String> test(MemoryOrderQuestion question) {
    return List.of(question.name(), String.join(", ", question.ids()), question.sentence());
  }

  private static List<String> engine(Engine engine) {
    return List.of(
        engine.name(),
        engine.models().stream().map(MemoryModelName::text).collect(Collectors.joining(", ")));
  }
}
