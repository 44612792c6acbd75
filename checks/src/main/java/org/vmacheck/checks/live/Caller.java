package org.vmacheck.checks.live;

/**
 * Who makes a call of an exported program.
 *
 * @param thread its position; that after the last one is of what comes before the threads
 * @param statement its position there
 * @param flags where flags go that the call reads, as a C expression
 */
record Caller(int thread, int statement, String flags) {

  /** A statement of a thread. */
  static Caller of(int thread, int statement) {
    return new Caller(thread, statement, "flags[" + thread + "][" + statement + "]");
  }

  /** A statement before the threads, whose flags nobody looks at. */
  static Caller setUp(int threads, int statement) {
    return new Caller(threads, statement, "flags[" + threads + "][0]");
  }

  /** The child of this caller's thread. */
  Caller child() {
    return new Caller(thread, statement, "children[" + thread + "].flags");
  }

  /** The function that the child calls. */
  String childFunction() {
    return "child_" + thread + "_" + statement;
  }
}
