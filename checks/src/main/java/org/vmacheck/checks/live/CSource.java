package org.vmacheck.checks.live;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The C sources that this program was built with, each of them complete in itself. */
public final class CSource {

  private static final Pattern OWN_INCLUDE = Pattern.compile("(?m)^#include \"([a-z-]+\\.h)\"$");

  private CSource() {}

  /** A source with the files of our own that it includes put in. */
  public static String of(String name) {
    Matcher include = OWN_INCLUDE.matcher(text(name));
    return include.replaceAll(found -> Matcher.quoteReplacement(of(found.group(1)).strip()));
  }

  private static String text(String name) {
    try (InputStream in = CSource.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new IllegalStateException("there is no source " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the source " + name + " cannot be read", e);
    }
  }
}
