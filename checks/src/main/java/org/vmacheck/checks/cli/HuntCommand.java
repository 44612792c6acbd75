package org.vmacheck.checks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.hunt.Alike;
import org.vmacheck.checks.hunt.Hunt;
import org.vmacheck.checks.hunt.HuntPlan;
import org.vmacheck.checks.hunt.Trophy;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vmacheck hunt}: all small questions. */
@Command(
    name = "hunt",
    description = {
      "Ask all small questions: every address space of a few pages, every few system calls.",
      "Nothing says what is to be found; docs/hunt.md tells what is noticed."
    },
    mixinStandardHelpOptions = true)
final class HuntCommand implements Callable<Integer> {

  private static final Pattern SHARD = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

  @ParentCommand private Vmacheck vmacheck;
  @Spec private CommandSpec spec;

  @Option(
      names = "--pages",
      paramLabel = "N",
      defaultValue = "2",
      description = "Pages of the address space, 1 to 4 (default: ${DEFAULT-VALUE}).")
  private int pages;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "2",
      description = "Threads, 1 to 3 (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Option(
      names = "--calls",
      paramLabel = "N",
      defaultValue = "1",
      description = "Calls that each thread makes, 1 to 3 at most (default: ${DEFAULT-VALUE}).")
  private int calls;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "CALL",
      description =
          "Only calls of which the name contains one of these: guard, mprotect, fork (default:"
              + " all).")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--like",
      paramLabel = "ID|FILE.mm",
      description = "Only the calls of a page, thread by thread, with everything everywhere.")
  private String like;

  @Mixin private RaceHunts races;

  @Option(
      names = "--sample",
      paramLabel = "N",
      defaultValue = "10000",
      description =
          "Ask so many of the questions, drawn by --seed; all asks each (default:"
              + " ${DEFAULT-VALUE}).")
  private String sample;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Seed of the order in which they are asked (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      defaultValue = "1/1",
      description = "One of several parts, for several machines (default: ${DEFAULT-VALUE}).")
  private String shard;

  @Option(
      names = "--kernel",
      paramLabel = "R",
      description = "The release to ask (default: the newest).")
  private String kernel;

  @Mixin private PatchOptions patches;

  @Option(
      names = "--model",
      paramLabel = "M",
      defaultValue = "lkmm",
      description = "The memory model: sc, tso, lkmm (default: ${DEFAULT-VALUE}).")
  private MemoryModelName model;

  @Option(
      names = "--against",
      paramLabel = "R",
      description = "Leave out what is found on this release, too.")
  private String against;

  @Option(
      names = "--not-under",
      paramLabel = "M",
      description = "Leave out what is found under this model, too: what only lkmm allows.")
  private MemoryModelName notUnder;

  @Option(
      names = "--budget",
      paramLabel = "T",
      converter = Budget.class,
      defaultValue = "2s",
      description = "Time for each question: 500ms, 30s, 5m (default: ${DEFAULT-VALUE}).")
  private Duration budget;

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description = "Write down what is done, and go on from there if the file has something.")
  private Path state;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write a page for everything that is found and that the book does not have.")
  private Path out;

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      description = "Questions to ask at a time (default: one a processor).")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Mixin private LiveHunt live;

  @Override
  public Integer call() {
    within("-j", jobs, 1, 1024);
    if (races.areAsked()) {
      return races.hunt(vmacheck.catalogue().book(), budget, jobs, spec.commandLine().getOut());
    }
    live.check();
    Hunt hunt = new Hunt(plan(), vmacheck.catalogue().book());
    PrintWriter writer = spec.commandLine().getOut();
    writer.println(hunt.asks() + (hunt.done() > 0 ? ", going on after " + hunt.done() : ""));
    writer.flush();
    long begun = System.nanoTime();
    try (Interruption interruption =
            new Interruption(
                () -> {
                  hunt.stop();
                  writer.println("\nInterrupted.");
                  summary(writer, hunt, begun);
                });
        ProgressLine progress = ProgressLine.over(hunt.size())) {
      hunt.run(
          trophy -> {
            writer.println(line(trophy));
            write(trophy);
            live.put(trophy, writer);
            writer.flush();
          },
          () -> progress.next(far(hunt, begun)));
    }
    summary(writer, hunt, begun);
    boolean news = hunt.trophies().stream().anyMatch(trophy -> trophy.known().isEmpty());
    return news
        ? ExitStatus.NOT_AS_EXPECTED
        : hunt.isComplete() ? ExitStatus.AS_EXPECTED : ExitStatus.INCONCLUSIVE;
  }

  private HuntPlan plan() {
    within("--pages", pages, 1, 4);
    within("--threads", threads, 1, 3);
    within("--calls", calls, 1, 3);
    Matcher part = SHARD.matcher(shard);
    if (!part.matches()
        || Integer.parseInt(part.group(1)) < 1
        || Integer.parseInt(part.group(1)) > Integer.parseInt(part.group(2))) {
      throw new InputException("--shard " + shard + ": expected a part of several, 1/4 to 4/4");
    }
    if (out != null && !Files.isDirectory(out)) {
      throw new InputException("--out: there is no directory " + out);
    }
    return new HuntPlan(
        pages,
        threads,
        calls,
        only,
        Optional.ofNullable(like).map(this::calls),
        sampled(),
        seed,
        Integer.parseInt(part.group(1)),
        Integer.parseInt(part.group(2)),
        kernel(),
        model,
        Optional.ofNullable(against).map(KernelOptions::release),
        Optional.ofNullable(notUnder),
        budget,
        jobs,
        Optional.ofNullable(state));
  }

  private Alike calls(String address) {
    try {
      return Alike.to(OnePage.of(vmacheck.catalogue(), address).entry().page());
    } catch (IOException unreadable) {
      throw new InputException("--like: " + unreadable.getMessage(), unreadable);
    }
  }

  private Release kernel() {
    Release release = kernel == null ? Releases.newest() : KernelOptions.release(kernel);
    return patches.isEmpty() ? release : patches.patched(List.of(release)).get(0);
  }

  private int sampled() {
    if (sample.equals("all")) {
      return Integer.MAX_VALUE;
    }
    if (!sample.matches("[1-9]\\d{0,8}")) {
      throw new InputException("--sample " + sample + ": expected a number of questions, or all");
    }
    return Integer.parseInt(sample);
  }

  private static void within(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new InputException(
          option + " " + value + ": expected a number from " + least + " to " + most);
    }
  }

  private static String line(Trophy trophy) {
    return trophy.known().map(page -> "known   " + page + ": ").orElse("found   ")
        + trophy.finding()
        + "   "
        + trophy.calls();
  }

  private void write(Trophy trophy) {
    if (out == null || trophy.known().isPresent()) {
      return;
    }
    try {
      Files.writeString(out.resolve(trophy.fileName()), trophy.page(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new InputException("--out: cannot write to " + out + ": " + e.getMessage(), e);
    }
  }

  /** How many a second, and how long it takes. */
  private static String far(Hunt hunt, long begun) {
    double rate = rate(hunt, begun);
    double left = (hunt.size() - hunt.done()) / rate;
    return String.format(
        Locale.ROOT,
        "%,.0f a second, %s left, %d found",
        rate,
        left < 120 ? String.format("%.0f s", left) : String.format("%,.0f min", left / 60),
        hunt.trophies().size());
  }

  private static double rate(Hunt hunt, long begun) {
    return hunt.asked() / Math.max(1e-3, (System.nanoTime() - begun) / 1e9);
  }

  private static void summary(PrintWriter writer, Hunt hunt, long begun) {
    List<Trophy> trophies = hunt.trophies();
    long known = trophies.stream().filter(trophy -> trophy.known().isPresent()).count();
    writer.println(hunt.counts());
    writer.println(
        String.format(
            Locale.ROOT,
            "%d of %,d asked, %.0f a second; %d different findings, %d of them in the book",
            hunt.done(),
            hunt.size(),
            rate(hunt, begun),
            trophies.size(),
            known));
    for (Trophy trophy : trophies) {
      writer.println(String.format(Locale.ROOT, "  %,6d times  %s", trophy.times(), line(trophy)));
    }
    writer.flush();
  }
}
