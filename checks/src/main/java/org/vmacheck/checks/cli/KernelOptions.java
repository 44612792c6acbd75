package org.vmacheck.checks.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.input.Nearest;
import org.vmacheck.model.release.Incompatible;
import org.vmacheck.model.release.Patch;
import org.vmacheck.model.release.Patches;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;
import picocli.CommandLine.Option;

/** Which kernels to ask. */
final class KernelOptions {

  @Option(
      names = "--kernel",
      split = ",",
      paramLabel = "R",
      description =
          "Kernel releases, 6.18,6.19, 6.18..7.3 or all (default: those that the page speaks of; with"
              + " --with or --without the newest).")
  private List<String> kernels = new ArrayList<>();

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

  /** The releases that the user named; empty for none. */
  List<Release> releases() {
    if (kernels.contains("all")) {
      return Releases.all();
    }
    return kernels.stream().flatMap(KernelOptions::range).toList();
  }

  /** The kernels that the user described, if it takes more than a release to do so. */
  Optional<List<Release>> patched() {
    if (without.isEmpty() && with.isEmpty()) {
      return Optional.empty();
    }
    List<Release> releases = kernels.isEmpty() ? List.of(Releases.newest()) : releases();
    for (String slug : with) {
      releases = patched(releases, slug, true);
    }
    for (String slug : without) {
      releases = patched(releases, slug, false);
    }
    return Optional.of(releases);
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

  /** One release, or as pages write it all from one to another: {@code 6.18..7.3}. */
  private static Stream<Release> range(String typed) {
    String[] ends = typed.split("\\.\\.", -1);
    if (ends.length != 2) {
      return Stream.of(release(typed));
    }
    List<Release> between = Releases.between(release(ends[0]), release(ends[1]));
    if (between.isEmpty()) {
      throw new InputException("--kernel " + typed + ": it ends before it begins");
    }
    return between.stream();
  }

  /** The release of a name that a user typed. */
  static Release release(String typed) {
    String name = typed.startsWith("v") ? typed.substring(1) : typed;
    return Releases.named(name)
        .orElseThrow(
            () ->
                new InputException(
                    "no kernel '"
                        + name
                        + "'"
                        + Nearest.hint(
                            name, Releases.all().stream().map(Release::name).toList(), "kernels")));
  }
}
