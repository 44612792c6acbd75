package org.vmacheck.checks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vmacheck.checks.book.Book;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.live.Host;
import org.vmacheck.checks.live.HostDied;
import org.vmacheck.checks.live.LiveResult;
import org.vmacheck.checks.live.LiveResult.Answer;

/** Pages on hosts that print what they are told to. */
class LiveRunTest {

  private static final String KEPT = "|0-4:rd mr mw me gu ac|.G.P";
  private static final String LOST = "|0-4:rd mr mw me ac|.G.P";
  private static final Page PAGE = Book.shipped().named("C61/guard-vs-mprotect").get(0);

  private final StringWriter out = new StringWriter();

  /**
   * A host whose programs are called as what they print; one that is called death ends it.
   *
   * @param boots counts its starts
   */
  private record Printing(String kernel, List<Integer> boots) implements Host {
    @Override
    public String name() {
      return kernel;
    }

    @Override
    public String kernel() {
      return kernel;
    }

    @Override
    public void run(List<Job> jobs, Listener listener) throws IOException {
      boots.add(jobs.size());
      for (int i = 0; i < jobs.size(); i++) {
        String what = jobs.get(i).arguments().get(0);
        if (what.equals("death")) {
          throw new HostDied("the guest panicked", i);
        }
        listener.ended(i, 0, ("# kernel " + kernel + "\n" + what).lines().toList());
      }
    }
  }

  private static LiveRun.Test test(String name, String prints) {
    return new LiveRun.Test(name, PAGE, new Host.Job(Path.of("none"), List.of(prints)));
  }

  private static LiveRun.Test sound(String name) {
    return test(name, "# outcome 9 1 " + KEPT + "\n# rounds 9 seconds 1.0\nok 1 - it");
  }

  private static LiveRun.Test lost(String name) {
    return test(
        name,
        "# outcome 8 1 "
            + KEPT
            + "\n# outcome 2 5 "
            + LOST
            + "\n# rounds 10 seconds 1.0\n"
            + "not ok 1 - it: guard_without_flag in 2 of 10 rounds, first at 5");
  }

  private List<Answer> run(List<LiveRun.Test> tests, Host... hosts) throws IOException {
    return new LiveRun(new PrintWriter(out, true), host -> tests, false)
        .on(List.of(hosts)).stream().map(LiveResult::answer).toList();
  }

  @Test
  void theSameOutcomeIsJudgedByTheModelOfEachKernelsRelease() throws IOException {
    assertThat(
            run(
                List.of(lost("it")),
                new Printing("7.3-rc7-cloud-amd64", new ArrayList<>()),
                new Printing("6.18.44", new ArrayList<>()),
                new Printing("6.1.12", new ArrayList<>())))
        .containsExactly(Answer.CONFIRMED, Answer.NOT_ALLOWED, Answer.UNKNOWN);
    assertThat(out.toString())
        .contains(
            "it on 7.3-rc7-cloud-amd64: confirmed, guard_without_flag in 2 of 10 rounds,"
                + " first at 5, after about 0.5 s",
            "it on 6.18.44: NOT ALLOWED by the model of this release, which is wrong, or the"
                + " kernel is: guard_without_flag",
            "2  not allowed  " + LOST,
            "it on 6.1.12: the model does not know this release, guard_without_flag in 2 of 10")
        .containsPattern("it +\\| confirmed 20.0 % +\\| NOT ALLOWED +\\| no model");
  }

  @Test
  void aGuestThatDiesIsStartedAgainForThePagesThatAreLeft() throws IOException {
    List<Integer> boots = new ArrayList<>();
    assertThat(
            run(
                List.of(sound("a"), test("b", "death"), sound("c"), test("d", "death")),
                new Printing("6.18.44", boots)))
        .containsExactly(Answer.AGREES, Answer.BROKEN, Answer.AGREES, Answer.BROKEN);
    assertThat(boots).containsExactly(4, 2);
    assertThat(out.toString()).contains("b on 6.18.44: the program did not", "the guest panicked");
  }

  @Test
  void aPredictedLossThatIsNotSeenAndASkipAreNoFailures() throws IOException {
    assertThat(
            run(
                List.of(sound("it"), test("old", "ok 1 # SKIP this kernel is too old")),
                new Printing("7.3.4", new ArrayList<>())))
        .containsExactly(Answer.NOT_SEEN, Answer.SKIPPED);
    assertThat(out.toString())
        .contains(
            "not seen in 9 rounds, the model has guard_without_flag",
            "skipped, this kernel is too old");
  }

  @Test
  void aHostThatCannotRunAnythingSaysWhy() {
    Host none =
        new Host() {
          @Override
          public String name() {
            return "none";
          }

          @Override
          public String kernel() {
            return "";
          }

          @Override
          public void run(List<Job> jobs, Listener listener) throws IOException {
            throw new IOException("there is no qemu");
          }
        };
    assertThatThrownBy(() -> run(List.of(sound("it")), none)).hasMessage("there is no qemu");
  }
}
