package org.vmacheck.checks.engine.lincheck;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.scenario.KernelThread;
import org.vmacheck.checks.scenario.Operation;
import org.vmacheck.checks.scenario.Outcomes;
import org.vmacheck.checks.scenario.Program;
import org.vmacheck.checks.scenario.Property;
import org.vmacheck.checks.scenario.Setup;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.Memory;

/** Small programs for tests, one operation a thread, threads named A, B, C. */
final class Programs {

  static final Property NOTHING = outcomes -> {};

  /** A budget that no test here needs, so that the load of the machine decides nothing. */
  static final Settings UNHURRIED = Settings.defaults().withBudget(Duration.ofMinutes(5));

  /** One for all tests, as it sings its canary before its first verdict. */
  private static final LincheckEngine ENGINE = new LincheckEngine();

  private Programs() {}

  static Program of(Property property, LongSupplier... threads) {
    List<KernelThread> all = new ArrayList<>();
    for (LongSupplier body : threads) {
      String name = String.valueOf((char) ('A' + all.size()));
      all.add(KernelThread.of(name, new Operation("op " + name, body)));
    }
    return new Program(all, property);
  }

  /** A property that writes down what the threads returned: {@code "1 0"}. */
  static Property collect(Set<String> outcomes, int threads) {
    return results -> outcomes.add(text(results, threads));
  }

  static Property never(String forbidden, int threads) {
    return results -> {
      if (text(results, threads).equals(forbidden)) {
        throw new KernelBug(KernelBug.Kind.INVARIANT, "outcome", forbidden);
      }
    };
  }

  private static String text(Outcomes results, int threads) {
    StringJoiner text = new StringJoiner(" ");
    for (int thread = 0; thread < threads; thread++) {
      text.add(Long.toString(results.of(thread, 0)));
    }
    return text.toString();
  }

  static Verdict judge(Setup setup) {
    return ENGINE.judge(setup, UNHURRIED);
  }

  /** One thread. */
  static Verdict alone(Consumer<Memory> thread) {
    return judge(
        memory ->
            of(
                NOTHING,
                () -> {
                  thread.accept(memory);
                  return 0;
                }));
  }

  /** Some of the interleavings of a program that has too many. */
  static Verdict sample(Setup setup) {
    return new LincheckEngine(1_000).judge(setup, UNHURRIED);
  }

  static Set<String> set() {
    return new TreeSet<>();
  }
}
