package org.vmacheck.checks.mutants;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vmacheck.model.Kernel;

/** The source of the model, which is built into the program together with its classes. */
final class ModelSource {

  private static final Map<String, List<String>> FILES = new ConcurrentHashMap<>();

  private ModelSource() {}

  /**
   * @param file below the model's package
   * @param number counted from 1
   */
  static String line(String file, int number) {
    return FILES.computeIfAbsent(file, ModelSource::read).get(number - 1).strip();
  }

  private static List<String> read(String file) {
    try (InputStream in = Kernel.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the source of " + file + " was not built in");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
