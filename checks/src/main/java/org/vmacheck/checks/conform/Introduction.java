package org.vmacheck.checks.conform;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a kernel can do of what is compared.
 *
 * @param kernel what it calls itself
 * @param patches of the model, by name: in what it differs from others of its release
 */
record Introduction(String kernel, Set<Ability> abilities, Set<String> patches) {

  Introduction {
    abilities = Set.copyOf(abilities);
    patches = Set.copyOf(patches);
  }

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
    Set<Ability> abilities = EnumSet.noneOf(Ability.class);
    for (Ability ability : Ability.values()) {
      if (ability.words().stream().allMatch(word -> "1".equals(words.get(word)))) {
        abilities.add(ability);
      }
    }
    Set<String> patches = "0".equals(words.get("zero")) ? Set.of("forbid-zero-page") : Set.of();
    return new Introduction(words.getOrDefault("kernel", "unknown"), abilities, patches);
  }
}
