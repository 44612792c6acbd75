package org.vmacheck.checks.book;

/**
 * What a page is about: a claim that somebody relies on, or a race that a kernel had. A page that
 * answers for several of them has several headings. Fields that are not given are empty.
 *
 * @param id {@code C61}, {@code A4}
 * @param sentence of a claim, what is claimed; of a race, what goes wrong
 * @param source the commit, document or mail that says so
 * @param reported which releases had the race, or {@code never in a release}
 * @param fixed the release and the commit that fixed it
 * @param cve {@code CVE-2023-3269}
 */
public record Heading(
    Kind kind,
    String id,
    String sentence,
    String source,
    String reported,
    String fixed,
    String cve) {

  /** Which list it stands in. */
  public enum Kind {
    CLAIM,
    RACE;

    /** As pages and the JSON spell it. */
    public String text() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public boolean isRace() {
    return kind == Kind.RACE;
  }
}
