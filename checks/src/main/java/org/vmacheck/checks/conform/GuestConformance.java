package org.vmacheck.checks.conform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vmacheck.checks.live.CCompiler;
import org.vmacheck.checks.live.CSource;
import org.vmacheck.checks.live.Host;
import org.vmacheck.checks.syscall.SystemCall;
import org.vmacheck.model.release.Release;

/**
 * The comparison on another host: all sequences are made there in one go, and what they showed is
 * compared afterwards, up to the first difference, which is not made any shorter.
 */
public final class GuestConformance {

  private final Settings settings;
  private final Host host;
  private final Release release;

  /**
   * @param host whose kernel is compared
   * @param release of the model that it is compared with
   */
  public GuestConformance(Settings settings, Host host, Release release) {
    this.settings = settings;
    this.host = host;
    this.release = release;
  }

  /**
   * Compares.
   *
   * @throws Unavailable if that kernel cannot show what is compared
   */
  public ConformanceResult run() throws IOException, Unavailable {
    long begun = System.nanoTime();
    List<List<SystemCall>> sequences = new ArrayList<>();
    StringBuilder requests = new StringBuilder();
    for (int number = 0; number < settings.sequences(); number++) {
      List<SystemCall> calls = Generator.sequence(settings.seedOf(number), settings.length(), true);
      sequences.add(calls);
      requests.append(KernelSide.request(number, calls));
    }
    KernelSide kernel = KernelSide.recorded(printed(requests.toString()));
    if (!kernel.introduction().comparesGuards()) {
      throw new Unavailable("that kernel has no guard regions as the model knows them");
    }
    return compare(kernel, sequences, begun);
  }

  private List<String> printed(String requests) throws IOException {
    Path folder = Files.createTempDirectory("vmacheck-conform");
    Path helper = folder.resolve("conform");
    try {
      CCompiler.onPath()
          .orElseThrow(() -> new IOException("no C compiler"))
          .compile(CSource.of("conform.c"), helper, List.of("-O2", "-static"));
      List<String> arguments =
          List.of(String.valueOf(Window.PAGES), String.valueOf(Window.FILE_PAGES));
      return host.run(List.of(new Host.Job(helper, arguments, requests))).get(0);
    } finally {
      Files.deleteIfExists(helper);
      Files.delete(folder);
    }
  }

  private ConformanceResult compare(KernelSide kernel, List<List<SystemCall>> sequences, long begun)
      throws IOException {
    ModelSide model = new ModelSide(ModelSide.stock(release));
    Coverage coverage = new Coverage();
    long calls = 0;
    Difference difference = null;
    int number = 0;
    for (; number < sequences.size() && difference == null; number++) {
      KernelSide.Answer answer = kernel.answer();
      if (answer.death() != null) {
        throw new IOException("sequence " + number + " died there: " + answer.death());
      }
      List<SystemCall> made = sequences.get(number);
      List<String> expected = model.run(made);
      coverage.add(made, answer.lines());
      calls += made.size();
      int line = Difference.firstBetween(answer.lines(), expected);
      if (line >= 0) {
        difference =
            new Difference(
                number,
                settings.seedOf(number),
                made.subList(0, callOf(made, line) + 1),
                lineOf(answer.lines(), line),
                lineOf(expected, line));
      }
    }
    return new ConformanceResult(
        number, calls, difference, coverage, List.of(), System.nanoTime() - begun, true);
  }

  private static String lineOf(List<String> lines, int line) {
    return line < lines.size() ? lines.get(line) : "nothing";
  }

  /** The call that a line is about; some have several. */
  private static int callOf(List<SystemCall> calls, int line) {
    int lines = 0;
    for (int call = 0; call < calls.size(); call++) {
      lines += ModelSide.linesOf(calls.get(call));
      if (line < lines) {
        return call;
      }
    }
    return calls.size() - 1;
  }
}
