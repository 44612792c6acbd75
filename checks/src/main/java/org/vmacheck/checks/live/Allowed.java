package org.vmacheck.checks.live;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.book.PageProgram;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.explore.ExploreEngine;
import org.vmacheck.model.pgtable.Geometry;
import org.vmacheck.model.release.Patches;
import org.vmacheck.model.release.Release;

/**
 * The ends that the model of a release has for a page, as exported programs print them, under TSO,
 * which is what the processors do that these run on.
 *
 * @param ends the finding of each, empty for one that is as the page says
 * @param stopped the finding that ended the exploration, empty if none did: executions that meet it
 *     have no end
 * @param complete whether these are all
 * @param detail how much was explored
 */
public record Allowed(Map<String, String> ends, String stopped, boolean complete, String detail) {

  public Allowed {
    ends = Collections.unmodifiableMap(new TreeMap<>(ends));
  }

  /** Explores the page. */
  public static Allowed of(Page page, Release release, Duration budget) {
    Map<String, String> ends = new TreeMap<>();
    boolean large = CProgram.hasLargePages(page);
    Release stock =
        large
            ? release
            // stock kernels map the pages around one that faults, which the scenarios go without
            : release.patched(Patches.named("fault-around").orElseThrow());
    // and have them in one table, but where a page of the window is half a huge one
    Geometry geometry =
        large ? Geometry.ofPages(page.pages()) : new Geometry(page.pages(), page.pages());
    Verdict verdict =
        new ExploreEngine()
            .judge(
                PageProgram.observed(stock, page, geometry, ends::put),
                Settings.defaults().withModel(MemoryModelName.TSO).withBudget(budget));
    String stopped = verdict.counterexample().map(one -> one.finding().toString()).orElse("");
    return new Allowed(ends, stopped, verdict.exhaustive(), verdict.detail());
  }

  /** What the model has going wrong. */
  public Set<String> findings() {
    Set<String> findings = new TreeSet<>(ends.values());
    findings.add(stopped);
    findings.remove("");
    return findings;
  }
}
