package org.vmacheck.checks.live.kernel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/**
 * What a kernel calls itself.
 *
 * @param text as {@code uname -r} prints it: {@code 7.3-rc7-cloud-amd64}
 */
public record KernelName(String text) {

  /** The stable release of 6.18 that has VM_MAYBE_GUARD, as the model's 6.18 does. */
  private static final int BACK_PORT = 37;

  private static final Pattern NAME = Pattern.compile("((\\d+)\\.(\\d+))(?:\\.(\\d+))?(?:[-+].*)?");

  /**
   * The model's release of it: {@code 7.3-rc7-cloud-amd64} is 7.3. The model's 6.18 is its stable
   * branch from 6.18.37 on, and its 6.4 is 6.4.0: what came before the one, and after the other, is
   * no release of the model.
   */
  public Optional<Release> release() {
    Matcher name = NAME.matcher(text);
    return name.matches() && !isBeforeBackPort(name) && !isAfterFirst(name)
        ? Releases.named(name.group(1))
        : Optional.empty();
  }

  /** What the model makes of it, in a few words. */
  public String standing() {
    Matcher name = NAME.matcher(text);
    if (!name.matches()) {
      return "not a kernel's name";
    } else if (isBeforeBackPort(name)) {
      return "before 6.18." + BACK_PORT;
    } else if (isAfterFirst(name)) {
      return "after 6.4.0";
    }
    return release().map(known -> "model " + known.name()).orElseGet(() -> beyond(name));
  }

  /** Is outside of what the model knows: on which side? */
  private static String beyond(Matcher name) {
    Matcher oldest = NAME.matcher(Releases.all().get(0).name());
    boolean older = oldest.matches() && order(name) < order(oldest);
    return older ? "older than the model" : "unknown to the model";
  }

  private static long order(Matcher name) {
    return Long.parseLong(name.group(2)) << Short.SIZE | Long.parseLong(name.group(3));
  }

  private static boolean isAfterFirst(Matcher name) {
    return name.group(1).equals("6.4")
        && name.group(4) != null
        && Integer.parseInt(name.group(4)) > 0;
  }

  private static boolean isBeforeBackPort(Matcher name) {
    return name.group(1).equals("6.18")
        && (name.group(4) == null || Integer.parseInt(name.group(4)) < BACK_PORT);
  }
}
