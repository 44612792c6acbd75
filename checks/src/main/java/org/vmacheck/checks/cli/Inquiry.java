package org.vmacheck.checks.cli;

import java.util.List;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.engine.Engine;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.report.Question;
import org.vmacheck.model.release.Release;

/** A question together with how to have it answered. */
record Inquiry(Question question, Page page, Release kernel, Engine engine, Settings settings) {

  /** All that a verdict depends on, but for this program and what it has time for. */
  List<Object> sameAs() {
    return List.of(
        engine.name(),
        settings.model(),
        settings.order(),
        settings.reduction(),
        settings.loads(),
        kernel.content(),
        page.text());
  }
}
