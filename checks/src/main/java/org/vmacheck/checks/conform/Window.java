package org.vmacheck.checks.conform;

/** The addresses that the sequences work in, the same on both sides. */
final class Window {

  /** Pages of the window. Small, so that calls meet; one fault-around window of the kernel. */
  static final int PAGES = 16;

  /** Pages of the file: less than the window, so that mappings reach beyond its end (SIGBUS). */
  static final int FILE_PAGES = 10;

  /** What calls call the file. */
  static final String FILE = "f";

  private Window() {}
}
