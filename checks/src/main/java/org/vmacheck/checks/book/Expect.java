package org.vmacheck.checks.book;

import java.util.List;
import java.util.Set;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.model.release.Release;

/**
 * One line of a page that says what is expected.
 *
 * @param kernels of these
 * @param models under these; of a line without any, under all
 * @param as the id of the race that it shows; empty if it does not say
 */
public record Expect(
    Place at,
    List<Release> kernels,
    Set<MemoryModelName> models,
    Expectation expectation,
    String as) {

  public Expect {
    kernels = List.copyOf(kernels);
    models = Set.copyOf(models);
  }

  /** Whether it is about a kernel that differs from every release. */
  public boolean isPatched() {
    return kernels.stream().anyMatch(kernel -> !kernel.asked().isEmpty());
  }

  /** Whether it takes away a step or a commit, and something is to be found then. */
  public boolean isMutant() {
    return !expectation.isHolds()
        && kernels.stream()
            .flatMap(kernel -> kernel.asked().stream())
            .anyMatch(patch -> !patch.isProposal());
  }
}
