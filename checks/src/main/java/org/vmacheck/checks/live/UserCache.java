package org.vmacheck.checks.live;

import java.nio.file.Path;

/** Where this user keeps what can be had again. */
public final class UserCache {

  private UserCache() {}

  /** The folder of vmacheck; it need not be there. */
  public static Path folder() {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path root =
        cache == null || cache.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
    return root.resolve("vmacheck");
  }
}
