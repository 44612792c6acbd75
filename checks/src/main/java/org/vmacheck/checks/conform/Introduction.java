package org.vmacheck.checks.conform;

import java.util.HashMap;
import java.util.Map;

/**
 * What a kernel can do of what is compared.
 *
 * @param kernel what it calls itself
 * @param guardRegions whether {@code MADV_GUARD_INSTALL} works (6.13 and later)
 * @param guardFlag whether smaps then shows {@code gu} (6.19, and 6.18.y since mid-2026)
 * @param guardInPagemap whether pagemap shows guard markers (6.15 and later)
 */
record Introduction(
    String kernel, boolean guardRegions, boolean guardFlag, boolean guardInPagemap) {

  /**
   * @throws Unavailable if the line is not an introduction, or the window cannot be mapped
   */
  static Introduction parse(String line) throws Unavailable {
    if (!line.startsWith("ready ")) {
      throw new Unavailable("the kernel's side does not introduce itself: " + line);
    }
    Map<String, String> words = new HashMap<>();
    for (String word : line.substring(6).split(" ")) {
      int equals = word.indexOf('=');
      words.put(word.substring(0, equals), word.substring(equals + 1));
    }
    if (!"1".equals(words.get("window"))) {
      throw new Unavailable("the window of addresses cannot be mapped in a new process");
    }
    return new Introduction(
        words.getOrDefault("kernel", "unknown"),
        "1".equals(words.get("guards")),
        "1".equals(words.get("gu")),
        "1".equals(words.get("marker")));
  }

  /** Whether the kernel has guard regions as the model knows them. */
  boolean comparesGuards() {
    return guardRegions && guardFlag && guardInPagemap;
  }
}
