package org.vmacheck.checks.cli;

import java.io.IOException;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.live.kernel.KernelImages;

/** A kernel that was fetched before, where an option names its series. */
final class FetchedKernel {

  private FetchedKernel() {}

  /**
   * The kernel of a series.
   *
   * @throws InputException that says how to get it, if it is not there
   */
  static KernelImages.Image of(String series) throws IOException {
    return KernelImages.ofUser()
        .of(series)
        .orElseThrow(
            () ->
                new InputException(
                    "--kernel: "
                        + series
                        + " is not there; get it with: vmacheck kernels get "
                        + series));
  }
}
