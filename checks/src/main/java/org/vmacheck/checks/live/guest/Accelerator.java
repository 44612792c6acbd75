package org.vmacheck.checks.live.guest;

/** How QEMU runs the guest's instructions. */
enum Accelerator {
  /** By the processor itself. */
  KVM("kvm", "max"),
  /**
   * By translating them; each virtual processor is a thread, so they run at the same time. A plain
   * processor is much faster than one with all that can be translated: its kernel saves less on
   * each switch, and clears pages by stores and not by a string instruction.
   */
  TCG("tcg,thread=multi", "qemu64");

  private final String option;
  private final String processor;

  Accelerator(String option, String processor) {
    this.option = option;
    this.processor = processor;
  }

  /** As the option {@code -accel} has it. */
  String option() {
    return option;
  }

  /** As the option {@code -cpu} has it. */
  String processor() {
    return processor;
  }
}
