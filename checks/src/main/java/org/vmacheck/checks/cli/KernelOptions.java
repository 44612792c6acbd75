package org.vmacheck.checks.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.input.Nearest;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;
import picocli.CommandLine.Mixin;
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

  @Mixin private PatchOptions patches;

  /** The releases that the user named; empty for none. */
  List<Release> releases() {
    if (kernels.contains("all")) {
      return Releases.all();
    }
    return kernels.stream().flatMap(KernelOptions::range).toList();
  }

  /** Whether all releases are asked for, as they were published. */
  boolean isMatrix() {
    return kernels.contains("all") && patches.isEmpty();
  }

  /** The kernels that the user described, if it takes more than a release to do so. */
  Optional<List<Release>> patched() {
    if (patches.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        patches.patched(kernels.isEmpty() ? List.of(Releases.newest()) : releases()));
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

  /** The release of a name, {@code 6.19} or {@code v6.19}. */
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
