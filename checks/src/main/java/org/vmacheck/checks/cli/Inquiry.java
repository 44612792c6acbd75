package org.vmacheck.checks.cli;

import java.util.List;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.engine.Engine;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.report.Question;
import org.vmacheck.model.release.Release;

/** A question together with how to have it answered. */
record Inquiry(Question question, Page page, Release kernel, Engine engine, Settings settings) {

  /** Equal for two inquiries of one run exactly if their verdicts must be. */
  List<Object> sameAs() {
    return List.of(engine.name(), settings.model(), kernel.content(), page.source());
  }
}
