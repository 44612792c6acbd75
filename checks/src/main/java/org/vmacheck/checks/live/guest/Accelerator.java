package org.vmacheck.checks.live.guest;

/** How QEMU runs the guest's instructions. */
enum Accelerator {
  /** By the processor itself. */
  KVM("kvm"),
  /** By translating them; each virtual processor is a thread, so they run at the same time. */
  TCG("tcg,thread=multi");

  private final String option;

  Accelerator(String option) {
    this.option = option;
  }

  /** As the option {@code -accel} has it. */
  String option() {
    return option;
  }
}
