package org.vmacheck.checks.live.guest;

import java.nio.file.Path;
import java.util.List;

/** QEMU's command line. */
final class Qemu {

  static final String PROGRAM = "qemu-system-x86_64";

  /** What no guest needs, and costs a third of the time under emulation. */
  private static final String LEAN =
      "mitigations=off nohz=off highres=off init_on_alloc=0 cgroup_disable=memory audit=0 lsm=";

  private static final String KERNEL_OPTIONS = "console=ttyS0 quiet panic=-1 rdinit=/init " + LEAN;

  private Qemu() {}

  /**
   * A guest with so many processors, without disk and network, that does not start again. Its
   * console goes to a file; the process's input and output are a virtio port of it.
   */
  static List<String> command(
      Accelerator accelerator, int processors, Path image, Path initrd, Path console) {
    return List.of(
        PROGRAM,
        "-accel",
        accelerator.option(),
        "-cpu",
        accelerator.processor(),
        "-smp",
        String.valueOf(processors),
        "-m",
        "1024",
        "-kernel",
        image.toString(),
        "-initrd",
        initrd.toString(),
        "-append",
        KERNEL_OPTIONS,
        "-display",
        "none",
        "-monitor",
        "none",
        "-nic",
        "none",
        "-no-reboot",
        "-serial",
        "file:" + console,
        "-chardev",
        "stdio,id=line",
        "-device",
        "virtio-serial-pci",
        "-device",
        "virtserialport,chardev=line");
  }
}
