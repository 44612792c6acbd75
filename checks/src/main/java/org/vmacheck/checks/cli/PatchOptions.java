package org.vmacheck.checks.cli;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.input.Nearest;
import org.vmacheck.model.release.Incompatible;
import org.vmacheck.model.release.Patch;
import org.vmacheck.model.release.Patches;
import org.vmacheck.model.release.Release;
import picocli.CommandLine.Option;

/** What releases are to be with and without. */
final class PatchOptions {

  @Option(
      names = "--without",
      split = ",",
      paramLabel = "PATCH",
      description = "The same kernels without these commits or steps (see: vmacheck list patches).")
  private List<String> without = new ArrayList<>();

  @Option(
      names = "--with",
      split = ",",
      paramLabel = "PATCH",
      description = "The same kernels with these proposals.")
  private List<String> with = new ArrayList<>();

  /** Whether there are none. */
  boolean isEmpty() {
    return without.isEmpty() && with.isEmpty();
  }

  /** As it was typed, with a space after it; empty if it was not. */
  String text() {
    return (with.isEmpty() ? "" : "--with " + String.join(",", with) + " ")
        + (without.isEmpty() ? "" : "--without " + String.join(",", without) + " ");
  }

  /** The same releases with all of that. */
  List<Release> patched(List<Release> releases) {
    List<Release> patched = releases;
    for (String slug : with) {
      patched = patched(patched, slug, true);
    }
    for (String slug : without) {
      patched = patched(patched, slug, false);
    }
    return patched;
  }

  private static List<Release> patched(List<Release> releases, String slug, boolean proposal) {
    Patch patch = patch(slug);
    if (patch.isProposal() != proposal) {
      throw new InputException(
          proposal
              ? "--with " + slug + ": every kernel has it; ask for one --without " + slug
              : "--without " + slug + ": no kernel has it; ask for one --with " + slug);
    }
    try {
      return releases.stream().map(release -> release.patched(patch)).toList();
    } catch (Incompatible refused) {
      throw new InputException(refused.getMessage(), refused);
    }
  }

  private static Patch patch(String slug) {
    return Patches.named(slug)
        .orElseThrow(
            () ->
                new InputException(
                    "no patch '"
                        + slug
                        + "'"
                        + Nearest.hint(
                            slug, Patches.all().stream().map(Patch::slug).toList(), "patches")));
  }
}
