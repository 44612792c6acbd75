package org.vmacheck.checks.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vmacheck.checks.book.Expect;
import org.vmacheck.checks.book.PageProgram;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.explore.Replay;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.report.CounterexampleText;
import org.vmacheck.checks.report.Question;
import org.vmacheck.checks.report.Result;
import org.vmacheck.checks.report.Width;
import org.vmacheck.model.release.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vmacheck replay}: one execution again, as a counterexample names it. */
@Command(
    name = "replay",
    description = {
      "Run the very execution again that a counterexample showed.",
      "Its line 'Replay:' is this command. Status 1 if the model no longer has it."
    },
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

  @ParentCommand private Vmacheck vmacheck;
  @Spec private CommandSpec spec;
  @Mixin private KernelOptions kernels;

  @Parameters(
      index = "0",
      paramLabel = "ID|FILE",
      description = "The page: C61/guard-vs-mprotect, or a file.")
  private String address;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "STEP",
      description = "The memory model and the steps: lkmm a17 b7 a20 ...")
  private List<String> steps;

  @Option(
      names = {"-v", "--verbose"},
      description = "Print every step.")
  private boolean verbose;

  @Override
  public Integer call() throws Exception {
    Catalogue.Entry entry = OnePage.of(vmacheck.catalogue(), address).entry();
    Release kernel = kernel();
    String string = String.join(" ", steps);
    PrintWriter out = spec.commandLine().getOut();
    try {
      MemoryModelName model = Replay.model(string);
      Counterexample found = Replay.replay(PageProgram.on(kernel, entry.page()), string);
      Result result = Result.of(question(entry, kernel, model), verdict(found));
      int width = Width.ofOutput();
      out.print(
          verbose
              ? CounterexampleText.inFull(result, found, width)
              : CounterexampleText.of(result, found, width));
      out.flush();
      return ExitStatus.AS_EXPECTED;
    } catch (Replay.Malformed malformed) {
      throw new InputException(malformed.getMessage(), malformed);
    } catch (Replay.Parted parted) {
      out.println(address + " on " + kernel.name() + ": " + parted.getMessage());
      out.flush();
      return ExitStatus.NOT_AS_EXPECTED;
    }
  }

  private Release kernel() {
    List<Release> chosen = kernels.patched().orElseGet(kernels::releases);
    if (chosen.size() != 1) {
      throw new InputException("replay takes one kernel: --kernel 6.19");
    }
    return chosen.get(0);
  }

  private Question question(Catalogue.Entry entry, Release kernel, MemoryModelName model) {
    return new Question(
        address,
        entry.heading().id(),
        entry.heading().isRace() ? Question.Kind.RACE : Question.Kind.CLAIM,
        entry.heading().sentence(),
        entry.page().scenario(),
        "explore",
        model,
        kernel.name(),
        entry.page().expected(kernel, model).map(Expect::expectation),
        "check " + address + Asking.arguments(kernel),
        address + Asking.arguments(kernel));
  }

  private static Verdict verdict(Counterexample found) {
    return new Verdict(
        Verdict.Answer.VIOLATED, false, 1, 0, Duration.ZERO, "replayed", Optional.of(found));
  }
}
