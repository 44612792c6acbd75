package org.vmacheck.checks.hunt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.vmacheck.checks.book.Book;
import org.vmacheck.checks.book.Expect;
import org.vmacheck.checks.book.Heading;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.book.Statement;
import org.vmacheck.checks.engine.Finding;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.syscall.MapFlag;
import org.vmacheck.checks.syscall.SystemCall;
import org.vmacheck.model.release.Patch;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/**
 * A race of the book, to see whether a hunt finds it without its page.
 *
 * @param weak the kernel that has it
 * @param fair one that has not; empty if no line of the page names one
 * @param finding what its page calls it
 */
public record KnownRace(
    String id,
    Page page,
    Release weak,
    Optional<Release> fair,
    MemoryModelName model,
    Finding.Form finding) {

  /** All of the book, in its order. */
  public static List<KnownRace> of(Book book) {
    List<KnownRace> races = new ArrayList<>();
    for (Page page : book.pages()) {
      for (Heading heading : page.headings()) {
        if (heading.isRace() && races.stream().noneMatch(race -> race.id.equals(heading.id()))) {
          shown(page, heading.id()).ifPresent(line -> races.add(of(heading.id(), page, line)));
        }
      }
    }
    return races;
  }

  /** The line that shows it: one that takes a step back rather than one of a release. */
  private static Optional<Expect> shown(Page page, String id) {
    return page.expects().stream()
        .filter(expect -> !expect.expectation().isHolds())
        .filter(expect -> expect.as().isEmpty() || expect.as().equalsIgnoreCase(id))
        .max(
            Comparator.<Expect, Boolean>comparing(expect -> !expect.as().isEmpty())
                .thenComparing(Expect::isMutant)
                .thenComparing(expect -> -model(expect).ordinal()));
  }

  private static KnownRace of(String id, Page page, Expect line) {
    Release weak = line.kernels().get(line.kernels().size() - 1);
    return new KnownRace(
        id,
        page,
        weak,
        fair(page, weak, model(line)),
        model(line),
        line.expectation().violated().orElseThrow());
  }

  private static MemoryModelName model(Expect line) {
    return Stream.of(MemoryModelName.values())
        .filter(model -> line.models().isEmpty() || line.models().contains(model))
        .findFirst()
        .orElseThrow();
  }

  /** The same kernel without what was taken away, or one that the page expects to hold. */
  private static Optional<Release> fair(Page page, Release weak, MemoryModelName model) {
    List<Patch> proposals = weak.asked().stream().filter(Patch::isProposal).toList();
    if (proposals.size() < weak.asked().size()) {
      Release stock = Releases.of(weak.version().toString());
      for (Patch proposal : proposals) {
        stock = stock.patched(proposal);
      }
      return Optional.of(stock);
    }
    return page.expects().stream()
        .filter(expect -> expect.expectation().isHolds())
        .filter(expect -> expect.models().isEmpty() || expect.models().contains(model))
        .flatMap(expect -> expect.kernels().stream())
        .max(Comparator.comparing(Release::version));
  }

  /** Calls of the page that no hunt makes, and memory that no hunt begins with. */
  public Set<String> lacking() {
    Set<String> has = new TreeSet<>();
    Vocabulary.of(2, List.of()).forEach(call -> has.add(Vocabulary.kind(call)));
    has.add("become_child");
    Set<String> lacking = new TreeSet<>();
    Alike alike = Alike.to(page);
    lacking.addAll(alike.initial());
    alike.threads().forEach(lacking::addAll);
    page.threads().stream()
        .flatMap(thread -> thread.statements().stream())
        .map(Statement::call)
        .forEach(call -> addChild(call, lacking));
    for (Statement statement : page.initial().calls()) {
      if (statement.call() instanceof SystemCall.Mmap mmap
          && mmap.flags().contains(MapFlag.MAP_HUGETLB)) {
        lacking.add(MapFlag.MAP_HUGETLB.name());
      }
    }
    lacking.removeAll(has);
    return lacking;
  }

  /** A hunt looks at a child, which does nothing. */
  private static void addChild(SystemCall call, Set<String> lacking) {
    if (call instanceof SystemCall.Child child && !(child.call() instanceof SystemCall.Read)) {
      lacking.add("child(" + Vocabulary.kind(child.call()) + ")");
    }
  }
}
