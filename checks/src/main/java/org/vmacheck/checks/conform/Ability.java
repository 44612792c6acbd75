package org.vmacheck.checks.conform;

import java.util.List;

/** What not every kernel can do of what is compared. */
enum Ability {
  /**
   * {@code MADV_GUARD_INSTALL} works (6.13 and later), smaps then shows {@code gu} (6.19, and
   * 6.18.y since mid-2026), and pagemap the markers (6.15 and later).
   */
  GUARDS(
      "guards gu marker",
      "guard regions: this kernel has none, or smaps and pagemap do not show them"),

  /** Anonymous memory can be named (CONFIG_ANON_VMA_NAME). */
  NAMES("names", "names of VMAs: this kernel has no CONFIG_ANON_VMA_NAME"),

  /** Memory can have a policy (CONFIG_NUMA). */
  POLICIES("nodes", "mbind: this kernel has no CONFIG_NUMA"),

  /** mseal(2) (6.10 and later, 64 bit). */
  SEALS("seals", "mseal: this kernel has none"),

  /** The heap can be put into the window (CONFIG_CHECKPOINT_RESTORE). */
  HEAP("heap", "brk: this kernel has no CONFIG_CHECKPOINT_RESTORE"),

  /** Pages can be registered with userfaultfd, to be write-protected as well (5.19 and later). */
  UFFD("uffd", "userfaultfd: this kernel has none, or without write-protection of files"),

  /** Huge pages are made where they are asked for, and only there. */
  HUGE("huge", "MADV_COLLAPSE: this kernel makes no huge pages, or makes them unasked"),

  /** {@code UFFDIO_MOVE} (6.8 and later). */
  UFFD_MOVE("move", "UFFDIO_MOVE: this kernel has none");

  private final String words;
  private final String missing;

  Ability(String words, String missing) {
    this.words = words;
    this.missing = missing;
  }

  /** What the kernel's side says of itself if it has it. */
  List<String> words() {
    return List.of(words.split(" "));
  }

  /** What is not compared where it is missing, and why. */
  String missing() {
    return missing;
  }
}
