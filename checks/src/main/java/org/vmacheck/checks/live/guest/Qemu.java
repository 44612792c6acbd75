package org.vmacheck.checks.live.guest;

import java.nio.file.Path;
import java.util.List;

/** QEMU's command line. */
final class Qemu {

  static final String PROGRAM = "qemu-system-x86_64";

  private Qemu() {}

  /**
   * A guest with so many processors, without disk and network, that does not start again. Its
   * console goes to a file; its second serial line is the process's output.
   */
  static List<String> command(
      Accelerator accelerator, int processors, Path image, Path initrd, Path console) {
    return List.of(
        PROGRAM,
        "-accel",
        accelerator.option(),
        "-cpu",
        "max",
        "-smp",
        String.valueOf(processors),
        "-m",
        "1024",
        "-kernel",
        image.toString(),
        "-initrd",
        initrd.toString(),
        "-append",
        "console=ttyS0 quiet panic=-1 rdinit=/init",
        "-display",
        "none",
        "-monitor",
        "none",
        "-nic",
        "none",
        "-no-reboot",
        "-serial",
        "file:" + console,
        "-serial",
        "stdio");
  }
}
