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
import java.util.function.Function;
import java.util.stream.Stream;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.Verdict.Answer;

/**
 * What earlier runs of the same build have found: the same question has the same answer. A file a
 * build, a line a verdict. What holds is kept, and of what is violated the one execution that shows
 * it, which is run again each time.
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

  /**
   * A line.
   *
   * @param verdict without its counterexample
   * @param replay of the counterexample, empty if there is none
   */
  private record Known(Verdict verdict, String replay) {}

  private final Path file;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

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
   * @param again runs the execution of a counterexample again, and gives nothing if it cannot
   */
  public Optional<Verdict> of(
      List<Object> question, Function<String, Optional<Counterexample>> again) {
    Known one = known.get(key(question));
    if (one == null || one.replay.isEmpty()) {
      return Optional.ofNullable(one).map(Known::verdict);
    }
    return again.apply(one.replay).map(one.verdict::shownBy);
  }

  /**
   * Keeps a verdict, if it is one that is kept.
   *
   * @param verdict of an engine that always answers the same
   */
  public void keep(List<Object> question, Verdict verdict) {
    Optional<String> replay = verdict.counterexample().flatMap(Counterexample::replay);
    boolean shown = verdict.answer() == Answer.VIOLATED && replay.isPresent();
    if (file == null || (!shown && verdict.answer() != Answer.HOLDS)) {
      return;
    }
    String line =
        String.join(
            "\t",
            key(question),
            verdict.answer().name(),
            String.valueOf(verdict.exhaustive()),
            String.valueOf(verdict.executions()),
            String.valueOf(verdict.blocked()),
            String.valueOf(verdict.time().toMillis()),
            verdict.detail(),
            replay.orElse(""),
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
    if (parts.length != 9 || !parts[8].equals(END)) {
      return;
    }
    try {
      Verdict verdict =
          new Verdict(
              Answer.valueOf(parts[1]),
              Boolean.parseBoolean(parts[2]),
              Long.parseLong(parts[3]),
              Long.parseLong(parts[4]),
              Duration.ofMillis(Long.parseLong(parts[5])),
              parts[6] + ", found by an earlier run",
              Optional.empty());
      known.put(parts[0], new Known(verdict, parts[7]));
    } catch (IllegalArgumentException damaged) {
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
