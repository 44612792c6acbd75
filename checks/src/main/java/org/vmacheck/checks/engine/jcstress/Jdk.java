package org.vmacheck.checks.engine.jcstress;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A Java installation. Newer ones are better for JCStress: since 18 there is no biased locking, so
 * half as many configurations to run.
 *
 * @param home the directory that holds {@code bin/java}
 * @param version of the language and library, {@code 25.0.3}
 */
public record Jdk(Path home, Runtime.Version version) {

  /** The oldest that can run the tests. */
  private static final int OLDEST = 17;

  /**
   * The installation in a directory.
   *
   * @return empty if there is none, or none that says its version, or one that is too old
   */
  public static Optional<Jdk> at(Path home) {
    if (!Files.isExecutable(java(home))) {
      return Optional.empty();
    }
    return versionOf(home)
        .filter(version -> version.feature() >= OLDEST)
        .map(version -> new Jdk(home, version));
  }

  /** The newest of those in the places where installations are kept, this one among them. */
  public static Jdk newest() {
    Jdk own = new Jdk(Path.of(System.getProperty("java.home")), Runtime.version());
    return Stream.concat(Stream.of(own), candidates().stream().flatMap(home -> at(home).stream()))
        .max(Comparator.comparing(Jdk::version))
        .orElse(own);
  }

  Path java() {
    return java(home);
  }

  private static Path java(Path home) {
    return home.resolve("bin").resolve("java");
  }

  private static List<Path> candidates() {
    List<Path> homes = new ArrayList<>();
    System.getenv()
        .forEach(
            (name, value) -> {
              // JAVA_HOME, and JAVA_HOME_25_X64 as build machines have them
              if (name.startsWith("JAVA_HOME") && !value.isBlank()) {
                homes.add(Path.of(value));
              }
            });
    homes.addAll(inside(Path.of("/usr/lib/jvm")));
    homes.addAll(inside(Path.of(System.getProperty("user.home"), ".sdkman/candidates/java")));
    inside(Path.of("/Library/Java/JavaVirtualMachines"))
        .forEach(bundle -> homes.add(bundle.resolve("Contents/Home")));
    return homes;
  }

  private static List<Path> inside(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  /** From the file {@code release}, which saves starting a JVM only to ask it. */
  private static Optional<Runtime.Version> versionOf(Path home) {
    Properties release = new Properties();
    try (InputStream file = Files.newInputStream(home.resolve("release"))) {
      release.load(file);
      String quoted = release.getProperty("JAVA_VERSION", "");
      return Optional.of(Runtime.Version.parse(quoted.replace("\"", "")));
    } catch (IOException | IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }
}
