package org.vmacheck.checks.litmus.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.checks.litmus.LitmusFiles;
import org.vmacheck.checks.litmus.syntax.LitmusReader;
import org.vmacheck.checks.litmus.syntax.LitmusTest;

/**
 * The explorer with early accesses against the enumeration, which knows nothing of them: it takes
 * every thread with all values that its reads could return, and asks the axioms.
 */
class LoadBufferingTest {

  private static final int RANDOM_TESTS = 400;

  static Stream<Path> tests() throws Exception {
    return LitmusFiles.below(List.of(Path.of("src/test/resources/litmus"))).stream();
  }

  @ParameterizedTest
  @MethodSource("tests")
  void theExplorerVisitsLoadBufferingAsWell(Path file) throws Exception {
    LitmusTest test = LitmusReader.read(Files.readString(file));
    LitmusResult enumerated = Enumeration.run(test);
    LitmusResult explored = Exploration.runWithLoadBuffering(test);

    assertThat(explored.states().keySet()).isEqualTo(enumerated.states().keySet());
    assertThat(explored.dataRace()).isEqualTo(enumerated.dataRace());
  }

  /** Of two threads; what is looked for is that {@code exists} holds. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          writes that depend on nothing  | r1 = READ_ONCE(*x); WRITE_ONCE(*y, 1);   | r2 = READ_ONCE(*y); WRITE_ONCE(*x, 1);   | 0:r1=1 /\\ 1:r2=1 | true
          one write that does            | r1 = READ_ONCE(*x); WRITE_ONCE(*y, 1);   | r2 = READ_ONCE(*y); WRITE_ONCE(*x, r2);  | 0:r1=1 /\\ 1:r2=1 | true
          both do                        | r1 = READ_ONCE(*x); WRITE_ONCE(*y, r1);  | r2 = READ_ONCE(*y); WRITE_ONCE(*x, r2);  | 0:r1=1 /\\ 1:r2=1 | false
          a fence                        | r1 = READ_ONCE(*x); smp_mb(); WRITE_ONCE(*y, 1); | r2 = READ_ONCE(*y); smp_mb(); WRITE_ONCE(*x, 1); | 0:r1=1 /\\ 1:r2=1 | false
          a fence for reads              | r1 = READ_ONCE(*x); smp_rmb(); WRITE_ONCE(*y, 1); | r2 = READ_ONCE(*y); smp_mb(); WRITE_ONCE(*x, 1); | 0:r1=1 /\\ 1:r2=1 | true
          an acquire                     | r1 = smp_load_acquire(x); WRITE_ONCE(*y, 1); | r2 = smp_load_acquire(y); WRITE_ONCE(*x, 1); | 0:r1=1 /\\ 1:r2=1 | false
          a release                      | r1 = READ_ONCE(*x); smp_store_release(y, 1); | r2 = READ_ONCE(*y); smp_store_release(x, 1); | 0:r1=1 /\\ 1:r2=1 | false
          a fence for writes             | r1 = READ_ONCE(*x); smp_wmb(); WRITE_ONCE(*y, 1); | r2 = READ_ONCE(*y); smp_mb(); WRITE_ONCE(*x, 1); | 0:r1=1 /\\ 1:r2=1 | true
          a section of a reader          | rcu_read_lock(); r1 = READ_ONCE(*x); rcu_read_unlock(); WRITE_ONCE(*y, 1); | r2 = READ_ONCE(*y); WRITE_ONCE(*x, r2); | 0:r1=1 /\\ 1:r2=1 | true
          a write after what it needs    | r1 = READ_ONCE(*x); r3 = READ_ONCE(*z); WRITE_ONCE(*y, r3 + 1); | r2 = READ_ONCE(*y); WRITE_ONCE(*x, r2); | 0:r1=1 /\\ 1:r2=1 | true
          two writes of a cell           | r1 = READ_ONCE(*x); WRITE_ONCE(*y, 1); WRITE_ONCE(*y, 2); | r2 = READ_ONCE(*y); WRITE_ONCE(*x, r2);  | 0:r1=2 /\\ 1:r2=2 | true
          an update                      | r1 = READ_ONCE(*x); atomic_inc(y);       | r2 = READ_ONCE(*y); WRITE_ONCE(*x, r2);  | 0:r1=1 /\\ 1:r2=1 | true
          a write over a later one       | WRITE_ONCE(*x, 2); smp_wmb(); WRITE_ONCE(*y, 1); | r2 = READ_ONCE(*y); WRITE_ONCE(*x, 1); | 1:r2=1 /\\ x=2 | true
          a write that depends is not    | WRITE_ONCE(*x, 2); smp_wmb(); WRITE_ONCE(*y, 1); | r2 = READ_ONCE(*y); WRITE_ONCE(*x, r2); | 1:r2=1 /\\ x=2 | false
          """)
  void aWriteComesBeforeTheReadsThatItDoesNotDependOn(
      String name, String first, String second, String exists, boolean allowed) throws Exception {
    LitmusTest test = test(List.of(first, second), "exists (" + exists + ")");

    assertThat(Exploration.runWithLoadBuffering(test).positive() > 0).isEqualTo(allowed);
    assertThat(Enumeration.run(test).positive() > 0).isEqualTo(allowed);
  }

  /** What a thread writes and reads itself by release and acquire is the one thing left out. */
  @Test
  void whatAThreadHandsToItselfStaysInItsPlace() throws Exception {
    String thread =
        "r1 = READ_ONCE(*%s); smp_store_release(%s, 1); r2 = smp_load_acquire(%s);"
            + " WRITE_ONCE(*%s, 1);";
    LitmusTest test =
        test(
            List.of(thread.formatted("x", "z", "z", "y"), thread.formatted("y", "w", "w", "x")),
            "exists (0:r1=1 /\\ 1:r1=1)");

    assertThat(Enumeration.run(test).positive()).isPositive();
    assertThat(Exploration.runWithLoadBuffering(test).positive()).isZero();
  }

  @Test
  void onRandomProgramsItVisitsWhatTheEnumerationFinds() throws Exception {
    int buffering = 0;
    for (int seed = 0; seed < RANDOM_TESTS; seed++) {
      LitmusTest test = random(new SplittableRandom(seed));
      LitmusResult enumerated = Enumeration.run(test);
      LitmusResult explored = Exploration.runWithLoadBuffering(test);

      assertThat(explored.states().keySet())
          .as("seed %s", seed)
          .isEqualTo(enumerated.states().keySet());
      buffering += Exploration.run(test).states().size() < explored.states().size() ? 1 : 0;
    }
    assertThat(buffering).as("with load buffering").isGreaterThan(RANDOM_TESTS / 20);
  }

  @Test
  void onRandomProgramsWithBranchesItVisitsNothingElse() throws Exception {
    int buffering = 0;
    for (int seed = 0; seed < RANDOM_TESTS; seed++) {
      SplittableRandom random = new SplittableRandom(-1 - seed);
      LitmusTest test = withBranches(random);
      LitmusResult explored = Exploration.runWithLoadBuffering(test);

      assertThat(Enumeration.run(test).states().keySet())
          .as("seed %s", seed)
          .containsAll(explored.states().keySet());
      buffering += Exploration.run(test).states().size() < explored.states().size() ? 1 : 0;
    }
    assertThat(buffering).as("with load buffering").isGreaterThan(RANDOM_TESTS / 100);
  }

  private static LitmusTest random(SplittableRandom random) throws Exception {
    List<String> threads = new ArrayList<>();
    for (int t = 2 + random.nextInt(2); t > 0; t--) {
      threads.add(thread(random, 4));
    }
    String third = threads.size() == 3 ? "; 2:r1; 2:r2" : "";
    return test(threads, "locations [x; y; z; 0:r1; 0:r2; 1:r1; 1:r2" + third + "] exists (x=7)");
  }

  private static LitmusTest withBranches(SplittableRandom random) throws Exception {
    List<String> threads = new ArrayList<>();
    for (int t = 0; t < 2; t++) {
      String cell = cell(random);
      String branch = "if (r1 == 1) { " + step(random, 2) + " } else { " + step(random, 2) + " }";
      threads.add("r1 = READ_ONCE(*" + cell + "); " + branch + " " + step(random, 2));
    }
    return test(threads, "locations [x; y; z; 0:r1; 0:r2; 1:r1; 1:r2] exists (x=7)");
  }

  /** A read first, so that there is something to come before. */
  private static String thread(SplittableRandom random, int most) {
    StringBuilder steps = new StringBuilder("r1 = READ_ONCE(*" + cell(random) + "); ");
    int reads = 1;
    for (int i = 1 + random.nextInt(most - 1); i > 0; i--) {
      String step = step(random, reads + 1);
      reads += step.startsWith("r") && step.contains("=") ? 1 : 0;
      steps.append(step).append(' ');
    }
    return steps.toString();
  }

  /** A step, which may read into the register of a number, or write what lower ones hold. */
  private static String step(SplittableRandom random, int register) {
    String cell = cell(random);
    String value = register > 1 && random.nextInt(3) == 0 ? "r" + (register - 1) : "1";
    return switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> "r" + register + " = READ_ONCE(*" + cell + ");";
      case 4, 5, 6, 7 -> "WRITE_ONCE(*" + cell + ", " + value + ");";
      case 8 -> "WRITE_ONCE(*" + cell + ", 2);";
      case 9 -> "smp_rmb();";
      case 10 -> "smp_wmb();";
      default -> "smp_store_release(" + cell + ", 1);";
    };
  }

  private static String cell(SplittableRandom random) {
    return List.of("x", "y", "x", "y", "z").get(random.nextInt(5));
  }

  private static LitmusTest test(List<String> threads, String end) throws Exception {
    StringBuilder text = new StringBuilder("C random\n{}\n");
    for (int t = 0; t < threads.size(); t++) {
      String body = threads.get(t);
      String registers = "int r1; int r2; int r3; int r4; int r5;";
      text.append("P" + t + "(int *x, int *y, int *z, int *w) { " + registers + body + " }\n");
    }
    return LitmusReader.read(text.append(end).append('\n').toString());
  }
}
