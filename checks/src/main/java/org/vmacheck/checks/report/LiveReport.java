package org.vmacheck.checks.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vmacheck.checks.live.LiveResult;
import org.vmacheck.checks.live.TestReport;
import org.vmacheck.checks.live.kernel.KernelName;
import org.vmacheck.model.release.Release;

/** What real kernels showed, for people and for programs. */
public final class LiveReport {

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** What all of Debian's kernels for virtual machines are called. */
  private static final String FLAVOUR = "-cloud-amd64";

  /** Standings of outcomes that nobody needs to see. */
  private static final Set<String> ROUTINE = Set.of("allowed", "unknown");

  private LiveReport() {}

  /** One answer on a line, and the outcomes that are of interest below it. */
  public static String text(LiveResult result, boolean everyOutcome) {
    StringBuilder text = new StringBuilder();
    text.append(result.page() + " on " + result.report().kernel() + ": " + answer(result) + "\n");
    for (TestReport.Outcome outcome : result.report().outcomes()) {
      String standing = standing(result, outcome);
      if (everyOutcome || !ROUTINE.contains(standing)) {
        text.append(
            String.format(
                Locale.ROOT, "  %,9d  %s  %s%n", outcome.count(), standing, outcome.text()));
      }
    }
    return text.toString();
  }

  private static String answer(LiveResult result) {
    TestReport report = result.report();
    return switch (result.answer()) {
      case CONFIRMED ->
          String.format(
              Locale.ROOT,
              "confirmed, %s in %,d of %,d rounds, first at %,d, after about %.1f s",
              report.finding(),
              report.lost(),
              report.rounds(),
              report.firstLost(),
              report.secondsToFirstLost());
      case NOT_SEEN ->
          String.format(
              Locale.ROOT,
              "not seen in %,d rounds, the model has %s",
              report.rounds(),
              result.allowed().map(known -> String.join(", ", known.findings())).orElse(""));
      case AGREES ->
          String.format(Locale.ROOT, "agrees with the model in %,d rounds", report.rounds());
      case NOT_ALLOWED ->
          "NOT ALLOWED by the model of this release, which is wrong, or the kernel is"
              + (report.finding().isEmpty() ? "" : ": " + report.finding());
      case UNKNOWN ->
          result
              .allowed()
              .map(known -> "not decided, " + known.detail())
              .orElseGet(() -> strange(report));
      case SKIPPED -> "skipped, " + report.skipped();
      case BROKEN -> "the program did not come to its end";
    };
  }

  /** Of a release that the model does not know, what the kernel shows is all there is to say. */
  private static String strange(TestReport report) {
    String known = "the model does not know this release";
    return report.finding().isEmpty()
        ? known
        : String.format(
            Locale.ROOT,
            "%s, %s in %,d of %,d rounds",
            known,
            report.finding(),
            report.lost(),
            report.rounds());
  }

  private static String standing(LiveResult result, TestReport.Outcome outcome) {
    if (result.allowed().isEmpty()) {
      return "unknown";
    } else if (!result.allows(outcome)) {
      return result.allowed().get().complete() ? "not allowed" : "not found";
    }
    String finding = result.finding(outcome);
    return finding.isEmpty() ? "allowed" : finding;
  }

  /**
   * A row a page, a column a kernel. What was not seen is told with the rounds, as few of them say
   * little.
   */
  public static String table(List<LiveResult> results) {
    Set<String> kernels = new LinkedHashSet<>();
    Map<String, Map<String, LiveResult>> rows = new LinkedHashMap<>();
    for (LiveResult result : results) {
      kernels.add(result.report().kernel());
      rows.computeIfAbsent(result.page(), page -> new LinkedHashMap<>())
          .put(result.report().kernel(), result);
    }
    List<String> heads = new ArrayList<>(List.of("page"));
    kernels.forEach(kernel -> heads.add(kernel.replace(FLAVOUR, "")));
    return new Listing(heads.toArray(String[]::new))
        .all(rows.entrySet(), row -> cells(row.getKey(), row.getValue(), kernels))
        .text();
  }

  private static List<String> cells(
      String page, Map<String, LiveResult> answers, Set<String> kernels) {
    List<String> cells = new ArrayList<>(List.of(page));
    for (String kernel : kernels) {
      LiveResult result = answers.get(kernel);
      cells.add(result == null ? "" : cell(result));
    }
    return cells;
  }

  private static String cell(LiveResult result) {
    TestReport report = result.report();
    return switch (result.answer()) {
      case CONFIRMED ->
          String.format(Locale.ROOT, "confirmed %.1f %%", 100.0 * report.lost() / report.rounds());
      case NOT_SEEN -> String.format(Locale.ROOT, "not seen in %,d", report.rounds());
      case AGREES -> String.format(Locale.ROOT, "agrees in %,d", report.rounds());
      case NOT_ALLOWED -> "NOT ALLOWED";
      case UNKNOWN -> result.allowed().isPresent() ? "not decided" : "no model";
      case SKIPPED -> "skipped";
      case BROKEN -> "broken";
    };
  }

  record Document(Tool tool, List<Row> results) {}

  record Tool(String name, String version) {}

  /** One page on one kernel. The names are those of the JSON; what is not known is null. */
  record Row(
      String page,
      String kernel,
      String release,
      String answer,
      String finding,
      long lost,
      long firstLost,
      long rounds,
      double seconds,
      Boolean exhaustive,
      List<End> outcomes) {

    static Row of(LiveResult result) {
      TestReport report = result.report();
      return new Row(
          result.page(),
          report.kernel(),
          new KernelName(report.kernel()).release().map(Release::name).orElse(null),
          result.answer().name().toLowerCase(Locale.ROOT),
          report.finding().isEmpty() ? null : report.finding(),
          report.lost(),
          report.firstLost(),
          report.rounds(),
          report.seconds(),
          result.allowed().map(known -> known.complete()).orElse(null),
          report.outcomes().stream().map(outcome -> End.of(result, outcome)).toList());
    }
  }

  /**
   * One way for a round to end.
   *
   * @param standing allowed, not allowed, not found (the exploration did not end), unknown, or what
   *     is wrong with it
   */
  record End(String text, long count, long first, String standing) {
    static End of(LiveResult result, TestReport.Outcome outcome) {
      return new End(
          outcome.text(), outcome.count(), outcome.first(), LiveReport.standing(result, outcome));
    }
  }

  /** One JSON object, with a line break at its end. */
  public static String json(String version, List<LiveResult> results) {
    try {
      return MAPPER.writeValueAsString(
              new Document(new Tool("vmacheck", version), results.stream().map(Row::of).toList()))
          + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("rows of strings and numbers have no JSON", impossible);
    }
  }
}
