package org.vmacheck.checks.book;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.vmacheck.checks.book.grammar.PageParser;
import org.vmacheck.checks.engine.Finding;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.input.Nearest;
import org.vmacheck.model.release.Incompatible;
import org.vmacheck.model.release.Patch;
import org.vmacheck.model.release.Patches;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/** Lines of {@code expect} as the parser found them, made into kernels and expectations. */
final class ExpectReader {

  private final List<Heading> headings;

  ExpectReader(List<Heading> headings) {
    this.headings = headings;
  }

  List<Expect> expects(List<PageParser.ExpectContext> contexts) {
    List<Expect> expects = new ArrayList<>();
    for (PageParser.ExpectContext context : contexts) {
      Expect expect = expect(context);
      for (Expect earlier : expects) {
        checkNothingIsSaidTwice(earlier, expect);
      }
      expects.add(expect);
    }
    return expects;
  }

  private Expect expect(PageParser.ExpectContext context) {
    List<Release> kernels = releases(context.releases());
    kernels = patched(kernels, context, true);
    kernels = patched(kernels, context, false);
    return new Expect(
        Place.of(context),
        kernels,
        models(context.model),
        expectation(context.verdict()),
        shownRace(context));
  }

  private static List<Release> releases(PageParser.ReleasesContext context) {
    List<Release> chosen = new ArrayList<>();
    for (PageParser.ReleaseRangeContext range : context.releaseRange()) {
      Release first = release(range.VERSION(0));
      Release last = range.TO() == null ? first : release(range.VERSION(1));
      List<Release> between = Releases.between(first, last);
      if (between.isEmpty()) {
        throw new PageFailure(
            Place.of(range), range.getText() + " is no range: it ends before it begins");
      }
      chosen.addAll(between);
    }
    return chosen;
  }

  private static Release release(TerminalNode version) {
    String name = version.getText();
    return Releases.named(name)
        .orElseThrow(
            () ->
                new PageFailure(
                    Place.of(version.getSymbol()),
                    "no release '"
                        + name
                        + "'"
                        + Nearest.hint(
                            name, Releases.all().stream().map(Release::name).toList(), "kernels")));
  }

  /** A step may be one of a proposal, so proposals come first. */
  private static List<Release> patched(
      List<Release> kernels, PageParser.ExpectContext context, boolean with) {
    List<Release> patched = kernels;
    for (PageParser.DifferenceContext difference : context.difference()) {
      if ((difference.kind.getType() == PageParser.WITH) == with) {
        for (PageParser.SlugContext slug : difference.slug()) {
          patched = patched(patched, slug, with);
        }
      }
    }
    return patched;
  }

  private static List<Release> patched(
      List<Release> kernels, PageParser.SlugContext slug, boolean with) {
    Place at = Place.of(slug);
    String name = slug.getText();
    Patch patch =
        Patches.named(name)
            .orElseThrow(
                () ->
                    new PageFailure(
                        at,
                        "no patch '"
                            + name
                            + "'"
                            + Nearest.hint(
                                name,
                                Patches.all().stream().map(Patch::slug).toList(),
                                "patches")));
    if (patch.isProposal() != with) {
      throw new PageFailure(
          at,
          with
              ? name + " is in the kernel to begin with; expected: without " + name
              : name + " is in no kernel to begin with; expected: with " + name);
    }
    try {
      return kernels.stream().map(kernel -> kernel.patched(patch)).toList();
    } catch (Incompatible refused) {
      throw new PageFailure(at, refused.getMessage(), refused);
    }
  }

  private static Set<MemoryModelName> models(PageParser.ModelsContext context) {
    Set<MemoryModelName> models = EnumSet.noneOf(MemoryModelName.class);
    if (context != null) {
      context.NAME().forEach(name -> models.add(model(name)));
    }
    return models;
  }

  private static MemoryModelName model(TerminalNode name) {
    List<String> known = Stream.of(MemoryModelName.values()).map(MemoryModelName::text).toList();
    int index = known.indexOf(name.getText());
    if (index < 0) {
      throw new PageFailure(
          Place.of(name.getSymbol()),
          "expected a memory model ("
              + String.join(", ", known)
              + ") or a verdict (holds, violated, question), found '"
              + name.getText()
              + "'");
    }
    return MemoryModelName.values()[index];
  }

  private static Expectation expectation(PageParser.VerdictContext context) {
    if (context instanceof PageParser.HoldingContext holding) {
      Expectation holds = Expectation.holds();
      return holding.QUESTION() == null ? holds : holds.asQuestion();
    }
    PageParser.ViolationContext violation = (PageParser.ViolationContext) context;
    String finding =
        violation.NAME().stream().map(TerminalNode::getText).collect(Collectors.joining(" "));
    Expectation violated = Expectation.violated(form(violation, finding));
    return violation.QUESTION() == null ? violated : violated.asQuestion();
  }

  private static Finding.Form form(PageParser.ViolationContext violation, String finding) {
    try {
      return Finding.Form.parse(finding);
    } catch (IllegalArgumentException wrong) {
      throw new PageFailure(Place.of(violation.NAME(0).getSymbol()), wrong.getMessage(), wrong);
    }
  }

  private String shownRace(PageParser.ExpectContext context) {
    if (context.AS() == null) {
      return "";
    }
    String id = context.id().getText();
    List<String> races = headings.stream().filter(Heading::isRace).map(Heading::id).toList();
    if (!races.contains(id)) {
      throw new PageFailure(
          Place.of(context.id()),
          "the page tells no race '" + id + "'" + Nearest.among(id, races, "its races"));
    }
    return id;
  }

  private static void checkNothingIsSaidTwice(Expect earlier, Expect later) {
    boolean sameModel =
        earlier.models().isEmpty()
            || later.models().isEmpty()
            || earlier.models().stream().anyMatch(later.models()::contains);
    for (Release kernel : later.kernels()) {
      if (sameModel
          && earlier.kernels().stream().anyMatch(other -> other.name().equals(kernel.name()))) {
        throw new PageFailure(
            later.at(),
            "line " + earlier.at().line() + " says already what is expected of " + kernel.name());
      }
    }
  }
}
