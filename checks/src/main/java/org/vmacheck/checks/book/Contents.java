package org.vmacheck.checks.book;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The lists of the book as Markdown, which {@code docs/} holds. */
public final class Contents {

  private Contents() {}

  /** {@code docs/claims.md}. */
  public static String claims(Book book) {
    StringBuilder text = new StringBuilder("# Claims\n\n");
    text.append(
        "Made from the pages in `checks/book`; `vmacheck explain ID` tells more of each.\n");
    byChapter(book, Heading.Kind.CLAIM)
        .forEach(
            (chapter, pages) -> {
              text.append("\n## ").append(chapter).append("\n\n");
              text.append("| claim | sentence | expected | mutants that it catches |\n");
              text.append("|---|---|---|---|\n");
              for (Page page : pages) {
                for (Heading heading : page.headings()) {
                  if (!heading.isRace()) {
                    row(
                        text,
                        heading.id() + "/" + page.slug(),
                        heading.sentence(),
                        expected(page),
                        mutants(page));
                  }
                }
              }
            });
    return text.toString();
  }

  /** {@code docs/races.md}. */
  public static String races(Book book, List<NotCarried> others) {
    StringBuilder text = new StringBuilder("# Races\n\n");
    text.append("Made from the pages in `checks/book`; `vmacheck reproduce ID` shows each.\n");
    byChapter(book, Heading.Kind.RACE)
        .forEach(
            (chapter, pages) -> {
              text.append("\n## ").append(chapter).append("\n\n");
              text.append("| race | what goes wrong | reported | fixed |\n");
              text.append("|---|---|---|---|\n");
              for (Page page : pages) {
                for (Heading heading : page.headings()) {
                  if (heading.isRace()) {
                    row(
                        text,
                        heading.id() + "/" + page.slug(),
                        heading.sentence(),
                        heading.reported(),
                        heading.fixed());
                  }
                }
              }
            });
    text.append("\n## Not shown\n\n");
    text.append("| race | what goes wrong | why no page shows it |\n|---|---|---|\n");
    others.forEach(race -> row(text, race.id(), race.title(), race.reason()));
    return text.toString();
  }

  private static Map<String, List<Page>> byChapter(Book book, Heading.Kind kind) {
    return book.pages().stream()
        .filter(page -> page.headings().stream().anyMatch(heading -> heading.kind() == kind))
        .collect(Collectors.groupingBy(Book::chapter, LinkedHashMap::new, Collectors.toList()));
  }

  private static String expected(Page page) {
    return page.expects().stream()
        .filter(expect -> !expect.isPatched())
        .map(Contents::line)
        .collect(Collectors.joining("; "));
  }

  private static String line(Expect expect) {
    String first = expect.kernels().get(0).name();
    String last = expect.kernels().get(expect.kernels().size() - 1).name();
    String kernels = first.equals(last) ? first : first + " to " + last;
    String models =
        expect.models().stream()
            .sorted()
            .map(model -> " " + model.text())
            .collect(Collectors.joining());
    return kernels + models + ": " + expect.expectation().text();
  }

  private static String mutants(Page page) {
    return page.expects().stream()
        .filter(Expect::isMutant)
        .flatMap(expect -> expect.kernels().stream())
        .flatMap(kernel -> kernel.asked().stream())
        .filter(patch -> !patch.isProposal())
        .map(patch -> "`" + patch.slug() + "`")
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static void row(StringBuilder text, String... cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
