package org.vmacheck.checks.live.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vmacheck.checks.live.UserCache;
import org.vmacheck.model.release.Release;

/**
 * Kernels that were fetched: a folder each, by what the kernel calls itself, outside of any
 * checkout.
 *
 * @param folder that holds them; it need not be there
 */
public record KernelImages(Path folder) {

  /** The name of the image in its folder. */
  static final String VMLINUZ = "vmlinuz";

  /**
   * One of them.
   *
   * @param kernel what it calls itself: {@code 7.3-cloud-amd64}
   */
  public record Image(String kernel, Path vmlinuz) {

    /** The model's release of it. */
    public Optional<Release> release() {
      return new KernelName(kernel).release();
    }
  }

  /** Those of this user, where caches are kept. */
  public static KernelImages ofUser() {
    return new KernelImages(UserCache.folder().resolve("kernels"));
  }

  /** All that are there, in the order of their names. */
  public List<Image> all() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Image> images = new ArrayList<>();
    try (Stream<Path> kernels = Files.list(folder)) {
      for (Path kernel : kernels.sorted().toList()) {
        Path vmlinuz = kernel.resolve(VMLINUZ);
        if (Files.isRegularFile(vmlinuz)) {
          images.add(new Image(kernel.getFileName().toString(), vmlinuz));
        }
      }
    }
    return images;
  }

  /** The one of a series, {@code 7.3}; the last by name if there are several. */
  public Optional<Image> of(String series) throws IOException {
    return all().stream()
        .filter(image -> image.kernel().matches(Pattern.quote(series) + "([.+-].*)?"))
        .reduce((one, later) -> later);
  }
}
