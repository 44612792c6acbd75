package org.vmacheck.checks.scenario;

import java.util.Objects;
import org.vmacheck.model.release.Release;

/**
 * An initial address space, a few threads and what must be true at their end, to be asked of any
 * kernel release.
 *
 * @param id how the command line spells it: {@code guard-install-vs-mprotect}
 * @param title what happens, in a few words
 * @param setup makes the program on a freshly booted kernel
 */
public record Scenario(String id, String title, KernelSetup setup) {

  public Scenario {
    Objects.requireNonNull(id);
    Objects.requireNonNull(title);
    Objects.requireNonNull(setup);
  }

  /** The id and what happens, as reports give it. */
  public String text() {
    return id + ": " + title;
  }

  /** The program for an engine: boots the release on the engine's memory first. */
  public Setup on(Release release) {
    return memory -> setup.prepare(release.boot(memory));
  }
}
