package org.vmacheck.checks.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.checks.Counterexamples;
import org.vmacheck.checks.Counterexamples.Found;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.explore.Replay.Parted;
import org.vmacheck.checks.report.Question;
import org.vmacheck.checks.scenario.KernelThread;
import org.vmacheck.checks.scenario.Operation;
import org.vmacheck.checks.scenario.Program;
import org.vmacheck.checks.scenario.Setup;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.memory.SpinLock;
import org.vmacheck.model.memory.Word;

class ReplayTest {

  /** Each execution once: a race shows the same as the claim of its page. */
  static Stream<Found> catalogue() {
    return Counterexamples.all()
        .filter(found -> found.result().question().kind() == Question.Kind.CLAIM);
  }

  /** Two mutations of each of these are enough to see a failure, and quicker than of all. */
  static Stream<Found> someOfThem() {
    List<Found> all = catalogue().toList();
    return IntStream.range(0, all.size()).filter(i -> i % 9 == 0).mapToObj(all::get);
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @MethodSource("catalogue")
  void aReplayShowsJustWhatTheCounterexampleShows(Found found) throws Parted {
    Counterexample counterexample = found.counterexample();
    String string = counterexample.replay().orElseThrow();
    assertThat(string).startsWith(found.result().question().model().text() + " ");
    assertThat(numberedAnew(Replay.replay(found.setup(), string)))
        .isEqualTo(numberedAnew(counterexample));
  }

  /**
   * Objects by the order in which they appear: the number of one that a thread makes tells how many
   * were made before it in the whole search, which a replay knows nothing of.
   */
  private static String numberedAnew(Counterexample counterexample) {
    Map<String, Integer> numbers = new HashMap<>();
    return OBJECT
        .matcher(counterexample.toString())
        .replaceAll(
            object -> "object" + numbers.computeIfAbsent(object.group(), x -> numbers.size()));
  }

  private static final Pattern OBJECT = Pattern.compile("[a-z_]+#\\d+");

  private static Program program(Runnable... bodies) {
    List<KernelThread> threads =
        Stream.of(bodies)
            .map(
                body ->
                    KernelThread.of(
                        "T",
                        new Operation(
                            "run",
                            () -> {
                              body.run();
                              return 0;
                            })))
            .toList();
    return new Program(threads, outcomes -> {});
  }

  private static Program freedWhileInUse(Memory memory) {
    Word[] object = memory.allocate("object", () -> new Word[] {memory.word("field", 0)});
    Pointer<Word[]> pointer = memory.pointer("pointer", object);
    Runnable reader =
        () -> {
          Word[] mine = pointer.rcuDereference();
          if (mine != null) {
            mine[0].readOnce();
            mine[0].writeOnce(1);
          }
        };
    return program(
        reader,
        reader,
        () -> {
          memory.free(pointer.xchg(null));
          pointer.writeOnce(object);
        });
  }

  private static Program freedTwice(Memory memory) {
    Object object = memory.allocate("object", Object::new);
    Runnable free = () -> memory.free(object);
    return program(free, free, free);
  }

  private static Program deadlocked(Memory memory) {
    SpinLock a = memory.spinLock("a");
    SpinLock b = memory.spinLock("b");
    return program(
        () -> {
          a.lock();
          b.lock();
        },
        () -> {
          b.lock();
          a.lock();
        });
  }

  private static Program unlocked(Memory memory) {
    SpinLock lock = memory.spinLock("a");
    Word x = memory.word("x", 0);
    return program(
        () -> x.writeOnce(1),
        () -> {
          if (x.readOnce() == 0) {
            lock.unlock();
          }
        });
  }

  private static Program racing(Memory memory) {
    Word x = memory.word("x", 0);
    Word y = memory.word("y", 0);
    Runnable body =
        () -> {
          x.plain(1);
          y.plain(1);
          x.plain();
          y.plain(2);
        };
    return program(body, body, body);
  }

  static Stream<Setup> kinds() {
    return Stream.of(
        ReplayTest::freedWhileInUse,
        ReplayTest::freedTwice,
        ReplayTest::deadlocked,
        ReplayTest::unlocked,
        ReplayTest::racing,
        Canary::lostUpdate,
        Canary::storeBuffering,
        Canary::messagePassing);
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfFindingIsReplayed(MemoryModelName model) throws Parted {
    int replayed = 0;
    for (Setup setup : kinds().toList()) {
      Settings settings = Settings.defaults().withModel(model);
      var found = new ExploreEngine().judge(setup, settings).counterexample();
      if (found.isPresent()) {
        replayed++;
        assertThat(Replay.replay(setup, found.get().replay().orElseThrow())).isEqualTo(found.get());
      }
    }
    assertThat(replayed).isGreaterThanOrEqualTo(5);
  }

  @Test
  void whatOnlyWeakMemoryExplainsIsAChoiceInTheString() throws Parted {
    String string = "lkmm a2 b1 b-1";
    Counterexample found = Replay.replay(Canary::messagePassing, string);
    assertThat(found.replay()).contains(string);
    assertThat(found.finding()).hasToString("MP");
    assertThatThrownBy(() -> Replay.replay(Canary::messagePassing, "sc a2 b1 b-1"))
        .isInstanceOf(Parted.class)
        .hasMessage(
            "the model no longer has this execution: it parts at step 4, which B cannot take so"
                + " under SC");
  }

  @ParameterizedTest
  @CsvSource({
    "sc a2 b3, it parts at step 5",
    "sc a2 b1, after all 3 steps a thread can go on",
    "sc a2 b2, nothing is wrong with it",
    "sc a2 c1, thread c (there is none)",
    "sc a999999, it parts at step 3",
    "sc a2 b-7, it parts at step 3",
    "sc a9999999, is neither a run of steps",
    "sc a0, is neither a run of steps",
    "sc, is neither a run of steps",
    "sc a2;b2, is neither a run of steps",
    "arm a2 b2, begins with its memory model",
    "'', begins with its memory model"
  })
  void whatIsNoExecutionIsSaidInWords(String string, String words) {
    assertThatThrownBy(() -> Replay.replay(Canary::messagePassing, string))
        .isInstanceOf(Parted.class)
        .hasMessageContaining(words);
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @MethodSource("someOfThem")
  void aMutatedStringIsAnotherExecutionOrNoneButNeverAFailure(Found found) {
    String string = found.counterexample().replay().orElseThrow();
    Random random = new Random(found.name().hashCode());
    for (int i = 0; i < 2; i++) {
      StringBuilder mutated = new StringBuilder(string);
      mutated.setCharAt(
          random.nextInt(string.length()), "0123456789ab- c".charAt(random.nextInt(15)));
      try {
        Counterexample other = Replay.replay(found.setup(), mutated.toString());
        // it has found something, and says how to see just that
        assertThat(Replay.replay(found.setup(), other.replay().orElseThrow())).isEqualTo(other);
      } catch (Parted parted) {
        assertThat(parted).hasMessageMatching("(?s).{20,}");
      }
    }
  }
}
