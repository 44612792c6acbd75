package org.vmacheck.checks.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.vmacheck.checks.claims.Expectation;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.Engine;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.races.Race;
import org.vmacheck.checks.report.Question;
import org.vmacheck.model.release.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vmacheck reproduce}: shows races, and that their fixes hold. */
@Command(
    name = "reproduce",
    description = {
      "Show that a race breaks the kernel that has it, for the reason it was reported for,",
      "and that the fixed kernel holds in the same scenario."
    },
    mixinStandardHelpOptions = true)
final class ReproduceCommand implements Callable<Integer> {

  @ParentCommand private Vmacheck vmacheck;
  @Spec private CommandSpec spec;
  @Mixin private JudgeOptions options;

  @Parameters(
      paramLabel = "RACE",
      arity = "1..*",
      description = "Races by id or alias, guard-retract-unchecked or A1, or all.")
  private List<String> ids;

  @Override
  public Integer call() throws Exception {
    Catalogue catalogue = vmacheck.catalogue();
    List<Race> races = ids.contains("all") ? catalogue.races() : catalogue.races(ids);
    List<Inquiry> inquiries = new ArrayList<>();
    for (Engine engine : options.engines(catalogue)) {
      for (Race race : races) {
        Race.Reproduction how = race.reproduction();
        // a weaker model may break the fixed kernel too, for a reason that is not this race's
        for (MemoryModelName model : options.modelsOr(how.seenUnder(), engine)) {
          if (model.compareTo(how.seenUnder()) < 0) {
            throw new InputException(
                race.id()
                    + " needs --model "
                    + how.seenUnder().text()
                    + " or weaker: under "
                    + model.text()
                    + " it cannot be seen");
          }
          inquiries.add(
              inquiry(
                  engine,
                  model,
                  race,
                  how.variant(),
                  Expectation.VIOLATED,
                  how.finding()::isShownBy));
          inquiries.add(
              inquiry(engine, model, race, how.fixed(), Expectation.HOLDS, found -> true));
        }
      }
    }
    if (inquiries.isEmpty()) {
      throw new InputException("there are no races to reproduce");
    }
    return new Judging(spec.commandLine().getOut(), options).run(inquiries);
  }

  private Inquiry inquiry(
      Engine engine,
      MemoryModelName model,
      Race race,
      Release release,
      Expectation expected,
      Predicate<Counterexample> reason) {
    Question question =
        new Question(
            race.id(),
            race.alias(),
            Question.Kind.RACE,
            race.title(),
            race.reproduction().scenario().id(),
            race.reproduction().scenario().title(),
            engine.name(),
            model,
            release.name(),
            expected,
            "reproduce " + race.id() + " " + options.replay(engine, model),
            race.id() + " --kernel " + release.name());
    return new Inquiry(
        question,
        engine,
        race.reproduction().scenario().on(release),
        options.settings(model),
        reason);
  }
}
