package org.vmacheck.checks.syscall;

import java.util.Collection;

/** A named bit of an argument. */
public interface Flag {

  /** As the header spells it: {@code PROT_READ}. */
  String name();

  /** Its value, as the header has it. */
  long bit();

  /** All bits of a set of flags. */
  static long bits(Collection<? extends Flag> flags) {
    return flags.stream().mapToLong(Flag::bit).reduce(0, (all, bit) -> all | bit);
  }
}
