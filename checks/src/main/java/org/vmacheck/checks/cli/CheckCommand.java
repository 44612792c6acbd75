package org.vmacheck.checks.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vmacheck.checks.claims.Claim;
import org.vmacheck.checks.claims.Expectation;
import org.vmacheck.checks.engine.Engine;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.report.Question;
import org.vmacheck.model.release.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vmacheck check}: judges claims. */
@Command(
    name = "check",
    description = "Judge claims, on every kernel release that they speak of.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  @ParentCommand private Vmacheck vmacheck;
  @Spec private CommandSpec spec;
  @Mixin private JudgeOptions options;

  @Parameters(paramLabel = "ID", arity = "0..*", description = "Claims, C61 (default: all).")
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--kernel",
      split = ",",
      paramLabel = "R",
      description = "Kernel releases, 6.18,6.19, or all (default: all).")
  private List<String> kernels = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    Catalogue catalogue = vmacheck.catalogue();
    List<Claim> claims = catalogue.claims(ids);
    List<Release> releases = catalogue.kernels(kernels);
    List<Inquiry> inquiries = new ArrayList<>();
    for (Engine engine : options.engines(catalogue)) {
      for (MemoryModelName model : options.models(engine)) {
        for (Claim claim : claims) {
          for (Claim.Case one : claim.cases()) {
            for (Release release : releases) {
              inquiry(engine, model, claim, one, release).ifPresent(inquiries::add);
            }
          }
        }
      }
    }
    if (inquiries.isEmpty()) {
      throw new InputException(
          "nothing to judge: these claims say nothing of these kernels; see: vmacheck list claims");
    }
    return new Judging(spec.commandLine().getOut(), options).run(inquiries);
  }

  private static String id(Claim claim, Claim.Case one) {
    return claim.cases().size() == 1 ? claim.id() : claim.id() + "/" + one.scenario().id();
  }

  private Optional<Inquiry> inquiry(
      Engine engine, MemoryModelName model, Claim claim, Claim.Case one, Release release) {
    Optional<Expectation> expectation = one.expectation(release, model);
    return expectation.map(
        expected ->
            new Inquiry(
                new Question(
                    id(claim, one),
                    claim.id(),
                    Question.Kind.CLAIM,
                    claim.sentence(),
                    one.scenario().id(),
                    one.scenario().title(),
                    engine.name(),
                    model,
                    release.name(),
                    expected,
                    "check "
                        + claim.id()
                        + " --kernel "
                        + release.name()
                        + " "
                        + options.replay(engine, model),
                    id(claim, one) + " --kernel " + release.name()),
                engine,
                one.scenario().on(release),
                options.settings(model),
                counterexample -> true));
  }
}
