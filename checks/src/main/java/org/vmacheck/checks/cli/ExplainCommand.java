package org.vmacheck.checks.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.vmacheck.checks.book.Heading;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.engine.Engine;
import org.vmacheck.model.release.Patch;
import org.vmacheck.stress.MemoryOrderQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vmacheck explain}: what a claim or a race is, and how to ask about it. */
@Command(
    name = "explain",
    description = "Explain a claim or a race: sentence, source, page, patches, how to run it.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

  @ParentCommand private Vmacheck vmacheck;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "ID",
      arity = "1..*",
      description = "Claims, races or single pages: C61, A4, C61/guard-vs-mprotect.")
  private List<String> ids;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    String separator = "";
    for (Catalogue.Entry entry : vmacheck.catalogue().any(ids)) {
      out.print(separator);
      explain(entry, out);
      separator = "\n";
    }
    out.flush();
    return ExitStatus.AS_EXPECTED;
  }

  private void explain(Catalogue.Entry entry, PrintWriter out) {
    Heading heading = entry.heading();
    Page page = entry.page();
    out.println(entry.address() + ": " + heading.sentence());
    out.println();
    field(out, "source", heading.source());
    field(out, "reported", heading.reported());
    field(out, "fixed", heading.fixed());
    field(out, "cve", heading.cve());
    field(
        out,
        "also",
        page.headings().stream()
            .filter(other -> !other.id().equals(heading.id()))
            .map(other -> other.id() + ": " + other.sentence())
            .collect(Collectors.joining("\n            ")));
    out.println();
    out.println("The page, " + page.source() + ":");
    out.println();
    page.text().lines().forEach(line -> out.println(("    " + line).stripTrailing()));
    out.println();
    patches(page, out);
    commands(entry, out);
  }

  private static void field(PrintWriter out, String name, String value) {
    if (!value.isEmpty()) {
      out.println("  " + name + ":" + " ".repeat(9 - name.length()) + value);
    }
  }

  private static void patches(Page page, PrintWriter out) {
    List<Patch> patches =
        page.expects().stream()
            .flatMap(expect -> expect.kernels().stream())
            .flatMap(kernel -> kernel.patches().stream())
            .distinct()
            .toList();
    if (patches.isEmpty()) {
      return;
    }
    out.println("What the kernels that it speaks of differ in:");
    out.println();
    patches.forEach(patch -> out.println("    " + patch.slug() + ": " + patch.sentence()));
    out.println();
  }

  private void commands(Catalogue.Entry entry, PrintWriter out) {
    String command = entry.heading().isRace() ? "reproduce " : "check ";
    out.println("To ask it:");
    out.println();
    for (Engine engine : vmacheck.catalogue().engines()) {
      out.println("    ./vmacheck " + command + entry.address() + " --engine " + engine.name());
    }
    for (MemoryOrderQuestion question : MemoryOrderQuestion.all()) {
      if (question.ids().contains(entry.heading().id())) {
        out.println("    ./vmacheck stress " + question.name());
      }
    }
  }
}
