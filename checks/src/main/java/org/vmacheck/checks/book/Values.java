package org.vmacheck.checks.book;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vmacheck.checks.syscall.SystemCall.Returns;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.ops.Errno;
import org.vmacheck.model.ops.UserAccess;

/** The names of what calls return. */
final class Values {

  private static final Map<String, Long> SIGNALS =
      Map.of("SIGSEGV", UserAccess.SIGSEGV, "SIGBUS", UserAccess.SIGBUS);

  private static final Map<String, Long> ERRORS =
      new TreeMap<>(
          Map.of(
              "ENOMEM", -Errno.ENOMEM,
              "EINVAL", -Errno.EINVAL,
              "EACCES", -Errno.EACCES,
              "EEXIST", -Errno.EEXIST,
              "EFAULT", -Errno.EFAULT));

  private Values() {}

  /** A signal, or with a minus in front of it an errno. */
  static Optional<Long> named(String name, boolean negative) {
    return Optional.ofNullable((negative ? ERRORS : SIGNALS).get(name));
  }

  static Iterable<String> known(boolean negative) {
    return (negative ? ERRORS : SIGNALS).keySet();
  }

  static String text(Returns returns, long value) {
    if (returns == Returns.FLAGS) {
      return value < 0 ? "-1" : "\"" + VmFlags.toString(value & ~VmFlags.SOFTDIRTY) + "\"";
    }
    Map<String, Long> names = returns == Returns.VALUE ? SIGNALS : ERRORS;
    String sign = returns == Returns.VALUE ? "" : "-";
    return names.entrySet().stream()
        .filter(entry -> entry.getValue() == value)
        .map(entry -> sign + entry.getKey())
        .findFirst()
        .orElse(String.valueOf(value));
  }

  /** The bits of two-letter codes, soft-dirty set aside. */
  static Optional<Long> flags(String letters) {
    long flags = 0;
    for (String code : letters.strip().split("\\s+")) {
      Optional<Long> bit = flag(code);
      if (bit.isEmpty() && !letters.isBlank()) {
        return Optional.empty();
      }
      flags |= bit.orElse(0L);
    }
    return Optional.of(flags & ~VmFlags.SOFTDIRTY);
  }

  static Optional<Long> flag(String code) {
    return VmFlags.smapsMnemonics().entrySet().stream()
        .filter(entry -> entry.getValue().equals(code))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
