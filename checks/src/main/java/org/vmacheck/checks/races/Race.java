package org.vmacheck.checks.races;

import java.util.Locale;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.scenario.Scenario;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.release.Release;

/**
 * A race that the kernel had, would have had, or may have.
 *
 * @param id {@code guard-retract-optimistic-only}
 * @param alias its short name in races.md: {@code A2}
 * @param title what goes wrong, in a few words
 * @param report what is known about it
 * @param reproduction how to see it, and that its fix holds
 */
public record Race(
    String id, String alias, String title, Report report, Reproduction reproduction) {

  /** How sure it is that a kernel had it. */
  public enum Standing {
    /** Reported, and fixed in Linux. */
    REPORTED,
    /** A mutant of correct kernel code, to show what a line of it is for; never shipped. */
    DERIVED,
    /** Found by reading or by this model; no report confirms it. A question, not a bug. */
    QUESTION;

    /** As reports spell it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param versions which kernels had it: {@code 6.19 and 7.0}, {@code never in a release}
   * @param fixedBy the commit, twelve digits and subject, or how it would be fixed
   * @param cve {@code CVE-2023-3269}, or {@code none}
   * @param source where it is described
   */
  public record Report(
      Standing standing, String versions, String fixedBy, String cve, String source) {}

  /**
   * @param variant the release with the race in it: the patch read backwards
   * @param fixed the release that must hold in the same scenario
   * @param finding the reason for which the variant must fail; another one does not count
   * @param seenUnder the strongest memory model that shows it
   */
  public record Reproduction(
      Release variant,
      Release fixed,
      Scenario scenario,
      Finding finding,
      MemoryModelName seenUnder) {

    /** A race that sequential consistency shows. */
    public Reproduction(Release variant, Release fixed, Scenario scenario, Finding finding) {
      this(variant, fixed, scenario, finding, MemoryModelName.SC);
    }
  }

  /**
   * @param mentions the word that tells this finding from others of its kind
   */
  public record Finding(KernelBug.Kind kind, String mentions) {

    public boolean isShownBy(Counterexample counterexample) {
      org.vmacheck.checks.engine.Finding found = counterexample.finding();
      return found.kind() == kind && found.form().word().equals(mentions);
    }
  }
}
