package org.vmacheck.checks.conform;

import java.util.Arrays;

/** How a process of the kernel's side ends when it does not end well; its source has the same. */
enum HelperExit {
  BAD_ARGUMENTS(80, "it was started with arguments that it does not know"),
  BAD_REQUEST(81, "it was sent what is no sequence"),
  BAD_CALL(82, "it was sent a call that it does not know"),
  NO_MEMORY(83, "it cannot map what it writes its report to"),
  NO_FILE(84, "it cannot make a file with memfd_create"),
  NO_PROC(85, "it cannot open smaps or pagemap of its own process"),
  NO_FORK(86, "it cannot fork"),
  ORPHANED(87, "its parent ended first"),
  CHILD_DIED(88, "the child that it looks at died"),
  REPORT_FULL(89, "its report is full");

  private final int status;
  private final String meaning;

  HelperExit(int status, String meaning) {
    this.status = status;
    this.meaning = meaning;
  }

  int status() {
    return status;
  }

  /** What an exit status says. */
  static String of(int status) {
    return Arrays.stream(values())
        .filter(exit -> exit.status == status)
        .findFirst()
        .map(exit -> exit.meaning)
        .orElse("it ended with status " + status);
  }
}
