package org.vmacheck.checks.conform;

/** Names of the error numbers that the compared calls return. */
final class ErrorName {

  private ErrorName() {}

  /** The name of a negative result: {@code -12} is {@code ENOMEM}. */
  static String of(String result) {
    return switch (result) {
      case "-1" -> "EPERM";
      case "-11" -> "EAGAIN";
      case "-12" -> "ENOMEM";
      case "-13" -> "EACCES";
      case "-14" -> "EFAULT";
      case "-17" -> "EEXIST";
      case "-22" -> "EINVAL";
      case "-25" -> "ENOTTY";
      case "-38" -> "ENOSYS";
      default -> "errno " + result.substring(1);
    };
  }
}
