package org.vmacheck.checks.cli;

import java.util.List;
import org.vmacheck.checks.report.JsonReport;
import org.vmacheck.checks.report.Matrix;
import org.vmacheck.checks.report.TextReport;
import org.vmacheck.checks.report.Width;
import org.vmacheck.model.release.Release;

/** The report of {@code check --kernel all}: claims down, releases across. */
final class MatrixForm {

  private MatrixForm() {}

  static Judging.Form of(List<Release> releases) {
    List<String> names = releases.stream().map(Release::name).toList();
    return new Judging.Form(
        (results, asked) ->
            Matrix.of(results, names).text(Width.ofOutput())
                + "\n"
                + TextReport.summary(results, asked),
        results ->
            JsonReport.of(Version.text(), JsonReport.rows(results), Matrix.of(results, names)));
  }
}
