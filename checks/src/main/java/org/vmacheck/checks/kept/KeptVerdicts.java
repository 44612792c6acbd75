package org.vmacheck.checks.kept;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.vmacheck.checks.engine.Verdict;

/**
 * What earlier runs of the same build have explored to its end and found to hold: the same question
 * has the same answer. A file a build, a line a verdict. A verdict with a counterexample is found
 * again each time, which is quick, and so is one that says less than "holds".
 *
 * <p>Nothing depends on it: a file that cannot be read or written is as good as none.
 */
public final class KeptVerdicts {

  /** Those of builds before are thrown away. */
  private static final int BUILDS = 4;

  /** As hex digits; shorter than the digest, as nobody tries to make two alike. */
  private static final int KEY = 32;

  /** A line without it was cut off. */
  private static final String END = ".";

  private final Path file;
  private final Map<String, Verdict> known = new ConcurrentHashMap<>();

  private KeptVerdicts(Path file) {
    this.file = file;
  }

  /**
   * Those of this build.
   *
   * @param folder that has those of all builds; it need not be there
   */
  public static KeptVerdicts in(Path folder) {
    try {
      return of(folder, Build.digest());
    } catch (IOException unknown) {
      return none();
    }
  }

  static KeptVerdicts of(Path folder, String build) {
    KeptVerdicts kept = new KeptVerdicts(folder.resolve(build.substring(0, KEY)));
    kept.read();
    return kept;
  }

  /** None, and none will be kept. */
  public static KeptVerdicts none() {
    return new KeptVerdicts(null);
  }

  /**
   * The verdict of a question.
   *
   * @param question all that it depends on, but for this program; parts are told apart by their
   *     text
   */
  public Optional<Verdict> of(List<Object> question) {
    return Optional.ofNullable(known.get(key(question)));
  }

  /** Keeps a verdict, if it is one that is kept. */
  public void keep(List<Object> question, Verdict verdict) {
    if (file == null || verdict.answer() != Verdict.Answer.HOLDS || !verdict.exhaustive()) {
      return;
    }
    String line =
        String.join(
            "\t",
            key(question),
            String.valueOf(verdict.executions()),
            String.valueOf(verdict.blocked()),
            String.valueOf(verdict.time().toMillis()),
            verdict.detail(),
            END);
    try {
      Files.createDirectories(file.getParent());
      // in one piece, so that those who write at the same time do not mix
      Files.writeString(
          file, line + "\n", UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException notKept) {
      return;
    }
  }

  private void read() {
    try {
      prune();
      if (Files.exists(file)) {
        Files.readAllLines(file, UTF_8).forEach(this::read);
      }
    } catch (IOException | UncheckedIOException unreadable) {
      known.clear();
    }
  }

  private void read(String line) {
    String[] parts = line.split("\t", -1);
    if (parts.length != 6 || !parts[5].equals(END)) {
      return;
    }
    try {
      known.put(
          parts[0],
          new Verdict(
              Verdict.Answer.HOLDS,
              true,
              Long.parseLong(parts[1]),
              Long.parseLong(parts[2]),
              Duration.ofMillis(Long.parseLong(parts[3])),
              parts[4] + ", found by an earlier run",
              Optional.empty()));
    } catch (NumberFormatException cut) {
      return;
    }
  }

  private void prune() throws IOException {
    if (!Files.isDirectory(file.getParent())) {
      return;
    }
    try (Stream<Path> builds = Files.list(file.getParent())) {
      List<Path> old =
          builds
              .filter(other -> !other.equals(file))
              .sorted(Comparator.comparing(KeptVerdicts::lastUsed).reversed())
              .skip(BUILDS - 1)
              .toList();
      for (Path one : old) {
        Files.deleteIfExists(one);
      }
    }
  }

  private static long lastUsed(Path file) {
    return file.toFile().lastModified();
  }

  private static String key(List<Object> question) {
    StringBuilder text = new StringBuilder();
    for (Object part : question) {
      String one = part.toString();
      text.append(one.length()).append(':').append(one);
    }
    byte[] digest = Build.sha256().digest(text.toString().getBytes(UTF_8));
    return HexFormat.of().formatHex(digest).substring(0, KEY);
  }
}
