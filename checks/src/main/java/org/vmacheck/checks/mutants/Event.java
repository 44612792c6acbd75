package org.vmacheck.checks.mutants;

/**
 * What a step of a thread does, and with which cell or lock.
 *
 * @param what the name without the object that it belongs to and without an index; empty if there
 *     is none
 */
public record Event(Call call, String what) {

  /** {@code file.i_pages[3]} as {@code i_pages}. */
  static String plainName(String name) {
    return name.replaceAll("\\[\\d+\\]", "").replaceAll("^.*\\.", "");
  }

  /** {@code READ_ONCE(vm_refcnt)}. */
  String text() {
    return call.text() + "(" + what + ")";
  }
}
