package org.vmacheck.checks.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.vmacheck.checks.input.InputException;

/**
 * A file that is either written as a whole or not touched. Opening it fails at once where writing
 * it would fail in the end, so that nobody computes for minutes in vain.
 */
public final class OutputFile implements AutoCloseable {

  private final String option;
  private final Path target;
  private final Path draft;

  private OutputFile(String option, Path target, Path draft) {
    this.option = option;
    this.target = target;
    this.draft = draft;
  }

  /**
   * Makes sure that the file can be written.
   *
   * @param option names it in error messages: {@code --json}
   * @throws InputException if it cannot
   */
  public static OutputFile open(String option, Path target) {
    if (Files.isDirectory(target)) {
      throw new InputException(option + ": " + target + " is a directory");
    }
    if (Files.exists(target) && !Files.isWritable(target)) {
      throw new InputException(option + ": " + target + " is not writable");
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      // a pipe or a terminal: written straight, it cannot be replaced
      return new OutputFile(option, target, target);
    }
    Path real = Files.isSymbolicLink(target) ? followed(target) : target;
    Path folder = real.toAbsolutePath().getParent();
    try {
      return new OutputFile(option, real, draftIn(folder, real));
    } catch (NoSuchFileException missing) {
      throw new InputException(option + ": there is no directory " + folder, missing);
    } catch (IOException unwritable) {
      throw new InputException(option + ": cannot write to " + folder, unwritable);
    }
  }

  private static Path followed(Path link) {
    try {
      return link.toRealPath();
    } catch (IOException dangling) {
      return link;
    }
  }

  private static Path draftIn(Path folder, Path target) throws IOException {
    String name = "." + target.getFileName() + ".";
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (!posix) {
      return Files.createTempFile(folder, name, ".part");
    }
    // a temporary file would be private; a report is as readable as any file a command writes
    return Files.createTempFile(
        folder,
        name,
        ".part",
        PosixFilePermissions.asFileAttribute(
            Set.copyOf(PosixFilePermissions.fromString("rw-r--r--"))));
  }

  /**
   * Puts the text in place. Comes last in a run: what it has to say is on the terminal by then.
   *
   * @throws InputException in one line if the target is full or fails
   */
  public void write(String text) {
    try {
      Files.writeString(draft, text, StandardCharsets.UTF_8);
      if (!draft.equals(target)) {
        replace();
      }
    } catch (IOException failed) {
      throw new InputException(
          option + ": " + target + " cannot be written: " + reason(failed), failed);
    }
  }

  private void replace() throws IOException {
    try {
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException odd) {
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String reason(IOException failed) {
    if (failed instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    String message = failed.getMessage();
    return message == null ? failed.toString() : message.lines().findFirst().orElse("");
  }

  /** Leaves nothing behind if nothing was written. */
  @Override
  public void close() {
    try {
      if (!draft.equals(target) && Files.exists(draft, LinkOption.NOFOLLOW_LINKS)) {
        Files.delete(draft);
      }
    } catch (IOException gone) {
      draft.toFile().deleteOnExit();
    }
  }
}
