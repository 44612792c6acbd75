package org.vmacheck.checks.litmus;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.vmacheck.checks.litmus.run.LitmusResult;
import org.vmacheck.checks.litmus.syntax.LitmusReader;
import org.vmacheck.checks.litmus.syntax.SyntaxFailure;
import org.vmacheck.checks.litmus.syntax.UnsupportedConstruct;

/** What came of one file. */
public sealed interface Outcome {
  Path file();

  /** The test ran. */
  record Ran(Path file, LitmusResult result, Duration time) implements Outcome {}

  /** The test uses what is not supported; it has no verdict. */
  record Unsupported(Path file, UnsupportedConstruct construct) implements Outcome {}

  /**
   * The file is not a litmus test that can be read.
   *
   * @param message one line, file, line and column first where they are known
   */
  record Unreadable(Path file, String message) implements Outcome {}

  /** Reads a file and runs its test. */
  static Outcome of(Path file, LitmusEngine engine) {
    long start = System.nanoTime();
    try {
      LitmusResult result = engine.run(LitmusReader.read(Files.readString(file)));
      return new Ran(file, result, Duration.ofNanos(System.nanoTime() - start));
    } catch (UnsupportedConstruct construct) {
      return new Unsupported(file, construct);
    } catch (SyntaxFailure failure) {
      return new Unreadable(
          file, file + ":" + failure.line() + ":" + failure.column() + ": " + failure.getMessage());
    } catch (CharacterCodingException coding) {
      return new Unreadable(file, file + ": not a text file in UTF-8");
    } catch (IOException unreadable) {
      return new Unreadable(file, file + ": cannot be read: " + unreadable.getMessage());
    }
  }
}
