package org.vmacheck.checks.kept;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.vmacheck.model.release.Release;

/** The classes of the model and of the engines, as they are now. */
final class Build {

  private Build() {}

  /** Equal for two builds exactly if all their classes are. */
  static String digest() throws IOException {
    MessageDigest digest = sha256();
    for (Class<?> one : List.of(Release.class, Build.class)) {
      Path place = place(one);
      if (Files.isDirectory(place)) {
        classes(place, digest);
      } else {
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
          classes(jar.getPath("/"), digest);
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void classes(Path root, MessageDigest digest) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      List<Path> classes =
          files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
      for (Path file : classes) {
        digest.update(root.relativize(file).toString().getBytes(UTF_8));
        digest.update(Files.readAllBytes(file));
      }
    }
  }

  private static Path place(Class<?> one) throws IOException {
    try {
      URI location = one.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(location);
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException every) {
      throw new IllegalStateException("every JDK has it", every);
    }
  }
}
