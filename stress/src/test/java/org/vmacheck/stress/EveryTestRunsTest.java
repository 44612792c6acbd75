package org.vmacheck.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.GradingResult;
import org.openjdk.jcstress.infra.runners.TestList;

/** Each JCStress test for a moment: it runs, and shows nothing forbidden. */
class EveryTestRunsTest {

  private static final int MILLIS = 50;

  static Stream<String> tests() {
    return MemoryOrderQuestion.all().stream().flatMap(question -> question.tests().stream());
  }

  @ParameterizedTest
  @MethodSource("tests")
  void runsAndShowsNothingForbidden(String test) throws Exception {
    TestResult result = InProcess.run(test, MILLIS);
    assertThat(result.status()).as(result.getMessages().toString()).isEqualTo(Status.NORMAL);
    assertThat(result.getTotalCount()).isPositive();
    assertThat(seen(result, Expect.FORBIDDEN)).isEmpty();
    assertThat(seen(result, Expect.UNKNOWN)).isEmpty();
  }

  @Test
  void thePagesHoldEveryTestThatJcstressKnows() {
    List<String> listed = new ArrayList<>(tests().toList());
    listed.add(MemoryOrderQuestion.canary());
    assertThat(listed).containsExactlyInAnyOrderElementsOf(TestList.tests());
  }

  @Test
  void everyTestHasTwoActors() {
    assertThat(TestList.tests())
        .allSatisfy(t -> assertThat(TestList.getInfo(t).threads()).isEqualTo(2));
  }

  @Test
  void everyQuestionForbidsSomethingInOneFormAndFindsItInterestingInAnother() {
    assertThat(MemoryOrderQuestion.all())
        .allSatisfy(
            question -> {
              List<String> tests = question.tests();
              assertThat(tests).anyMatch(test -> !hasInteresting(test));
              assertThat(tests).anyMatch(EveryTestRunsTest::hasInteresting);
            });
  }

  /** The first attempt does it, unless the machine has much else to do. */
  @Test
  void theCanaryLosesAnUpdate() throws Exception {
    assumeThat(Runtime.getRuntime().availableProcessors()).isGreaterThan(1);
    long lost = 0;
    for (int attempt = 0; attempt < 200 && lost == 0; attempt++) {
      lost = InProcess.run(MemoryOrderQuestion.canary(), MILLIS).getCount("1");
    }
    assertThat(lost).isPositive();
  }

  private static boolean hasInteresting(String test) {
    return TestList.getInfo(test).cases().stream()
        .anyMatch(outcome -> outcome.expect() == Expect.ACCEPTABLE_INTERESTING);
  }

  private static List<String> seen(TestResult result, Expect expect) {
    return result.grading().gradingResults.values().stream()
        .filter(outcome -> outcome.count > 0 && outcome.expect == expect)
        .map((GradingResult outcome) -> outcome.id + ": " + outcome.count)
        .toList();
  }
}
