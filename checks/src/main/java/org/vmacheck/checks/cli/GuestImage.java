package org.vmacheck.checks.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.live.kernel.KernelImages;

/** A kernel to run under QEMU, where an option names its file or its series. */
final class GuestImage {

  private GuestImage() {}

  /**
   * The one in a file.
   *
   * @throws InputException if it cannot be read
   */
  static Path at(Path image) {
    if (!Files.isRegularFile(image) || !Files.isReadable(image)) {
      throw new InputException("--image: cannot read " + image);
    }
    return image;
  }

  /**
   * The one of a series, that was fetched before.
   *
   * @throws InputException that says how to get it, if it is not there
   */
  static Path of(String series) throws IOException {
    return KernelImages.ofUser()
        .of(series)
        .orElseThrow(
            () ->
                new InputException(
                    "--kernel: "
                        + series
                        + " is not there; get it with: vmacheck kernels get "
                        + series))
        .vmlinuz();
  }
}
