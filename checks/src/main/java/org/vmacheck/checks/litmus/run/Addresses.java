package org.vmacheck.checks.litmus.run;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.checks.litmus.syntax.UnsupportedConstruct;

/**
 * Addresses of locations as numbers: so large that no test computes one by accident, and so far
 * apart that an offset does not lead from one location to another.
 */
final class Addresses {
  /**
   * A value that nobody computed and that plain accesses only hand round in a cycle; the model does
   * not forbid it, herd shows it as a symbol.
   */
  static final long THIN_AIR = Long.MIN_VALUE + 1;

  private static final long FIRST = 1L << 48;
  private static final int SPACING_BITS = 20;

  private final List<String> names = new ArrayList<>();

  /** The address of a location, which becomes known by asking. */
  long of(String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      index = names.size();
      names.add(name);
    }
    return FIRST + ((long) index << SPACING_BITS);
  }

  /** Whether a value points to, or shortly after, a known location. */
  boolean isAddress(long value) {
    return value >= FIRST && (value - FIRST) >> SPACING_BITS < names.size();
  }

  /** An access of what is not a location has a meaning in no model. */
  void require(long address) {
    if (!isAddress(address)) {
      throw new UnsupportedConstruct("access of " + address + ", which is no address", 0);
    }
  }

  /** A value as a test would write it: a number, a location, or a location and an offset. */
  String show(long value) {
    if (value == THIN_AIR) {
      return "?";
    }
    if (!isAddress(value)) {
      return Long.toString(value);
    }
    String name = names.get((int) ((value - FIRST) >> SPACING_BITS));
    long offset = value & ((1L << SPACING_BITS) - 1);
    return offset == 0 ? name : name + "+" + offset;
  }
}
