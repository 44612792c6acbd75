package org.vmacheck.checks.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vmacheck.checks.book.Expectation;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.Verdict;

/** All verdicts of one run as one JSON object, for programs. */
public final class JsonReport {

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private JsonReport() {}

  /** The whole. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Document(Tool tool, List<Claim> claims, List<Row> results) {}

  /**
   * One claim on all releases.
   *
   * @param releases holds, violated, question, not asked, inconclusive, unexpected or error
   */
  record Claim(String id, String sentence, Map<String, String> releases) {

    static List<Claim> all(Matrix matrix) {
      return matrix.rows().stream().map(row -> of(row, matrix.releases())).toList();
    }

    private static Claim of(Matrix.Row row, List<String> releases) {
      Map<String, String> marks = new LinkedHashMap<>();
      for (int i = 0; i < releases.size(); i++) {
        marks.put(releases.get(i), row.marks().get(i).text());
      }
      return new Claim(row.claim(), row.sentence(), marks);
    }
  }

  record Tool(String name, String version) {}

  /**
   * One verdict. The names are those of the JSON.
   *
   * @param kind claim, race, scenario, litmus or bench
   * @param verdict holds, violated or inconclusive; of a litmus test allowed or forbidden
   * @param expected as a page writes it; null if nothing is expected
   * @param finding as an expectation names it, {@code use_after_free pte_table}; null if there is
   *     none
   * @param counterexample null if there is none
   */
  public record Row(
      String id,
      String kind,
      String engine,
      String model,
      String kernel,
      String verdict,
      String expected,
      boolean exhaustive,
      long executions,
      long blocked,
      long millis,
      String detail,
      String finding,
      List<Step> counterexample) {

    /** A row without a finding. */
    public Row(
        String id,
        String kind,
        String engine,
        String model,
        String kernel,
        String verdict,
        String expected,
        boolean exhaustive,
        long executions,
        long blocked,
        long millis,
        String detail,
        List<Step> counterexample) {
      this(
          id,
          kind,
          engine,
          model,
          kernel,
          verdict,
          expected,
          exhaustive,
          executions,
          blocked,
          millis,
          detail,
          null,
          counterexample);
    }

    /** The row of a judgement. */
    public static Row of(Result result) {
      Question question = result.question();
      Verdict verdict = result.verdict();
      return new Row(
          question.id(),
          question.kind().text(),
          question.engine(),
          question.model().text(),
          question.kernel(),
          verdict.answer().text(),
          question.expected().map(Expectation::text).orElse(null),
          verdict.exhaustive(),
          verdict.executions(),
          verdict.blocked(),
          verdict.time().toMillis(),
          detail(verdict),
          verdict.counterexample().map(found -> found.finding().toString()).orElse(null),
          verdict.counterexample().map(Step::all).orElse(null));
    }

    private static String detail(Verdict verdict) {
      Optional<Counterexample> found = verdict.counterexample();
      return found
          .map(c -> c.finding() + ": " + c.summary() + "; " + verdict.detail())
          .orElse(verdict.detail());
    }
  }

  /** One access of one thread, by the thread's name. */
  public record Step(
      String thread,
      String op,
      String function,
      String access,
      String location,
      String value,
      List<String> locks) {

    static List<Step> all(Counterexample counterexample) {
      return counterexample.steps().stream()
          .map(
              step ->
                  new Step(
                      counterexample.threads().get(step.thread()),
                      step.op(),
                      step.function(),
                      step.access().toString(),
                      step.location().toString(),
                      step.values(),
                      step.locks().stream().map(Locks::text).toList()))
          .toList();
    }
  }

  /**
   * The whole document, with a line break at its end.
   *
   * @param version of vmacheck
   */
  public static String of(String version, List<Row> rows) {
    return text(new Document(new Tool("vmacheck", version), null, rows));
  }

  /** The same with the claims on all releases. */
  public static String of(String version, List<Row> rows, Matrix matrix) {
    return text(new Document(new Tool("vmacheck", version), Claim.all(matrix), rows));
  }

  /** A row for each judgement. */
  public static List<Row> rows(List<Result> results) {
    return results.stream().map(Row::of).toList();
  }

  private static String text(Document document) {
    try {
      return MAPPER.writeValueAsString(document) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("rows of strings and numbers have no JSON", impossible);
    }
  }
}
