package org.vmacheck.checks.mutants;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.model.release.Incompatible;
import org.vmacheck.model.release.Release;

/**
 * A page and a kernel that it holds on, so that a mutation can be seen: the newest release, or that
 * with a patch of which the page says so. The patch may be what makes it hold, as the release has a
 * finding of its own, or show what the release hides.
 *
 * @param weak the kernel with the per-VMA lock that can be weakened
 */
record Footing(Page page, Release kernel, Release weak) {

  /** Those of a page under a model, the release itself first. */
  static List<Footing> of(Page page, Release newest, MemoryModelName model) {
    Set<Release> kernels = new LinkedHashSet<>();
    kernels.add(newest);
    page.expects().stream()
        .flatMap(expect -> expect.kernels().stream())
        .filter(kernel -> kernel.version().equals(newest.version()))
        .forEach(kernels::add);
    return kernels.stream()
        .filter(kernel -> holds(page, kernel, model))
        .flatMap(kernel -> weak(kernel).map(weak -> new Footing(page, kernel, weak)).stream())
        .toList();
  }

  private static boolean holds(Page page, Release kernel, MemoryModelName model) {
    return page.expected(kernel, model).map(expect -> expect.expectation().isHolds()).orElse(false);
  }

  /** Empty if the patch changes the code that would be weakened. */
  private static Optional<Release> weak(Release kernel) {
    try {
      return Optional.of(kernel.patched(WeakVmaLock.PATCH));
    } catch (Incompatible hidden) {
      return Optional.empty();
    }
  }

  boolean isRelease() {
    return kernel.asked().isEmpty();
  }
}
