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
              "ENOSYS", -Errno.ENOSYS,
              "ENOTTY", -Errno.ENOTTY,
              "ENOMEM", -Errno.ENOMEM,
              "EINVAL", -Errno.EINVAL,
              "EACCES", -Errno.EACCES,
              "EEXIST", -Errno.EEXIST,
              "EFAULT", -Errno.EFAULT,
              "EAGAIN", -Errno.EAGAIN,
              "EBUSY", -Errno.EBUSY,
              "EPERM", -Errno.EPERM));

  private static final char PAGE = 'x';
  private static final char NO_PAGE = '.';

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
    if (returns == Returns.PAGES) {
      return "\"" + picture(value) + "\"";
    }
    Map<String, Long> names = returns == Returns.VALUE ? SIGNALS : ERRORS;
    String sign = returns == Returns.VALUE ? "" : "-";
    return names.entrySet().stream()
        .filter(entry -> entry.getValue() == value)
        .map(entry -> sign + entry.getKey())
        .findFirst()
        .orElse(String.valueOf(value));
  }

  /** {@code xx..x}: an x for each page that is there, up to the last one. */
  private static String picture(long pages) {
    StringBuilder text = new StringBuilder();
    for (long left = pages; left != 0; left >>>= 1) {
      text.append((left & 1) != 0 ? PAGE : NO_PAGE);
    }
    return text.toString();
  }

  /** The pages of a picture, a letter a page; those that it leaves out at its end are not there. */
  static Optional<Long> pages(String picture) {
    long pages = 0;
    for (int page = 0; page < picture.length(); page++) {
      char letter = picture.charAt(page);
      if ((letter != PAGE && letter != NO_PAGE) || page >= Long.SIZE) {
        return Optional.empty();
      }
      pages |= letter == PAGE ? 1L << page : 0;
    }
    return Optional.of(pages);
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
