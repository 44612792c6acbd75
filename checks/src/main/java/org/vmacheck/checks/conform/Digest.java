package org.vmacheck.checks.conform;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A short form of what a sequence shows: FNV-1a of 64 bits, as the helper computes it. */
final class Digest {

  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Digest() {}

  /** Of lines, each with its newline, in hexadecimal. */
  static String of(List<String> lines) {
    long hash = BASIS;
    for (String line : lines) {
      for (byte letter : line.getBytes(StandardCharsets.US_ASCII)) {
        hash = (hash ^ letter) * PRIME;
      }
      hash = (hash ^ '\n') * PRIME;
    }
    return String.format("%016x", hash);
  }
}
