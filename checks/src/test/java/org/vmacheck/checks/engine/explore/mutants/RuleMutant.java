package org.vmacheck.checks.engine.explore.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A rule of the explorer that is broken in one place of its sources. It is bound to the lines that
 * stand there: if they are no longer written so, it is no mutant any more, and that is an error.
 *
 * @param name its name, in words with hyphens
 * @param rule what the explorer does right
 * @param source the file below {@code org/vmacheck/checks}
 * @param before the lines, without indentation
 * @param after what they become
 * @param noticed the test that fails, {@code Class.method}; empty if none is known
 */
record RuleMutant(
    String name,
    String rule,
    String source,
    List<String> before,
    List<String> after,
    String noticed) {

  private static final Path LIST = Path.of("src", "test", "resources", "explorer-mutants.txt");
  private static final Path SOURCES = Path.of("src", "main", "java", "org", "vmacheck", "checks");

  /** All of the list, in its order. */
  static List<RuleMutant> all() {
    try {
      return parse(Files.readAllLines(LIST));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<RuleMutant> parse(List<String> lines) {
    List<RuleMutant> mutants = new ArrayList<>();
    List<String> entry = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("#")) {
        continue;
      }
      if (line.isBlank() && !entry.isEmpty()) {
        mutants.add(read(entry));
        entry.clear();
      } else if (!line.isBlank()) {
        entry.add(line);
      }
    }
    if (!entry.isEmpty()) {
      mutants.add(read(entry));
    }
    return mutants;
  }

  private static RuleMutant read(List<String> entry) {
    return new RuleMutant(
        entry.get(0),
        only(entry, "rule "),
        only(entry, "in "),
        all(entry, "-").map(String::strip).toList(),
        all(entry, "+").map(String::strip).filter(line -> !line.isEmpty()).toList(),
        all(entry, "noticed ").findFirst().orElse(""));
  }

  private static Stream<String> all(List<String> entry, String key) {
    return entry.stream()
        .skip(1)
        .map(String::strip)
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()));
  }

  private static String only(List<String> entry, String key) {
    List<String> found = all(entry, key).toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          entry.get(0) + ": one line \"" + key.strip() + "\" is expected, not " + found.size());
    }
    return found.get(0);
  }

  String className() {
    return "org.vmacheck.checks." + source.replace(".java", "").replace('/', '.');
  }

  /** The source of its class with the rule broken. */
  String mutated() {
    try {
      return appliedTo(Files.readAllLines(SOURCES.resolve(source)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String appliedTo(List<String> lines) {
    List<String> stripped = lines.stream().map(String::strip).toList();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i + before.size() <= lines.size(); i++) {
      if (stripped.subList(i, i + before.size()).equals(before)) {
        places.add(i);
      }
    }
    if (before.isEmpty() || places.size() != 1) {
      throw new IllegalArgumentException(
          name + ": " + source + " has these lines " + places.size() + " times: " + before);
    }
    List<String> result = new ArrayList<>(lines.subList(0, places.get(0)));
    result.addAll(after);
    result.addAll(lines.subList(places.get(0) + before.size(), lines.size()));
    return String.join("\n", result);
  }

  @Override
  public String toString() {
    return name;
  }
}
