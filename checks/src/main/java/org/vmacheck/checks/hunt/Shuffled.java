package org.vmacheck.checks.hunt;

import java.math.BigInteger;
import java.util.SplittableRandom;

/**
 * The numbers below a size in an order that looks drawn by chance: {@code a * i + b}, where {@code
 * a} and the size have no common divisor, so each number comes once. The order is the same for the
 * same size and seed, and a first part of it is a sample.
 */
final class Shuffled {

  private final BigInteger size;
  private final BigInteger factor;
  private final BigInteger offset;

  Shuffled(long size, long seed) {
    this.size = BigInteger.valueOf(size);
    SplittableRandom random = new SplittableRandom(seed);
    offset = BigInteger.valueOf(random.nextLong(size));
    // about the golden section of the size, so that neighbours are far from one another
    BigInteger a =
        BigInteger.valueOf(Math.max(1, (long) (size * (0.55 + 0.1 * random.nextDouble()))));
    while (!a.gcd(this.size).equals(BigInteger.ONE)) {
      a = a.add(BigInteger.ONE);
    }
    factor = a;
  }

  long at(long position) {
    return factor.multiply(BigInteger.valueOf(position)).add(offset).mod(size).longValueExact();
  }
}
