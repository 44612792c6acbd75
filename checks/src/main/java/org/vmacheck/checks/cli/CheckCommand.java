package org.vmacheck.checks.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vmacheck.checks.engine.Engine;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vmacheck check}: judges claims. */
@Command(
    name = "check",
    description = {
      "Judge claims on every kernel that their pages speak of, mutants included.",
      "With --kernel all a table of releases as they were published, one mark a claim and release."
    },
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  @ParentCommand private Vmacheck vmacheck;
  @Spec private CommandSpec spec;
  @Mixin private JudgeOptions options;

  @Parameters(
      paramLabel = "ID",
      arity = "0..*",
      description = "Claims or single pages: C61, C61/guard-vs-mprotect (default: every page).")
  private List<String> ids = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    Catalogue catalogue = vmacheck.catalogue();
    if (options.kernels().isMatrix()) {
      return matrix(catalogue);
    }
    List<Catalogue.Entry> entries = ids.isEmpty() ? catalogue.pages() : catalogue.claims(ids);
    Optional<List<Release>> patched = options.kernels().patched();
    Asking asking = new Asking("check", options);
    for (Engine engine : options.engines(catalogue)) {
      for (MemoryModelName model : options.models(engine)) {
        for (Catalogue.Entry entry : entries) {
          if (patched.isPresent()) {
            asking.described(entry, patched.get(), engine, model);
          } else {
            asking.expected(entry, engine, model, expect -> true);
          }
        }
      }
    }
    return judged(asking, entries, Judging.Form.list());
  }

  /** Every claim of every page, as it is and not only by the page's first. */
  private int matrix(Catalogue catalogue) throws IOException {
    List<Catalogue.Entry> entries = ids.isEmpty() ? catalogue.claims() : catalogue.claims(ids);
    Asking asking = new Asking("check", options);
    for (Engine engine : options.engines(catalogue)) {
      for (MemoryModelName model : options.models(engine)) {
        for (Catalogue.Entry entry : entries) {
          asking.expected(entry, engine, model, expect -> !expect.isPatched());
        }
      }
    }
    return judged(asking, entries, MatrixForm.of(Releases.all()));
  }

  private int judged(Asking asking, List<Catalogue.Entry> entries, Judging.Form form)
      throws IOException {
    if (asking.inquiries().isEmpty()) {
      throw new InputException(
          "nothing to judge: these pages say nothing of these kernels; see: vmacheck explain "
              + entries.get(0).heading().id());
    }
    return new Judging(spec.commandLine().getOut(), options, form).run(asking.inquiries());
  }
}
