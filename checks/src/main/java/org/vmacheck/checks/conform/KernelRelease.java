package org.vmacheck.checks.conform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which Linux this is. The model starts at 6.18; what is older is not compared. */
public final class KernelRelease {

  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");

  private KernelRelease() {}

  /** The release for reports; {@code unknown} where this is not Linux. */
  public static String name() {
    try {
      return running();
    } catch (Unavailable e) {
      return "unknown";
    }
  }

  /** The release, as {@code uname -r} prints it. */
  static String running() throws Unavailable {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/osrelease")).strip();
    } catch (IOException e) {
      throw new Unavailable("this is not Linux: /proc/sys/kernel/osrelease cannot be read", e);
    }
  }

  /**
   * @throws Unavailable if the running kernel is older than what is modelled
   */
  static void check() throws Unavailable {
    String release = running();
    Matcher version = VERSION.matcher(release);
    if (!version.matches()) {
      throw new Unavailable("the kernel's release " + release + " is not understood");
    }
    int major = Integer.parseInt(version.group(1));
    int minor = Integer.parseInt(version.group(2));
    if (major < 6 || (major == 6 && minor < 18)) {
      throw new Unavailable("the kernel is " + release + " and the model starts at 6.18");
    }
  }
}
