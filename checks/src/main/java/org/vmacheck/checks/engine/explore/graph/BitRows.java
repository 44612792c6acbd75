package org.vmacheck.checks.engine.explore.graph;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Rows of bits, all of one width, in one array: sets of events, one for each event or cell. */
final class BitRows {

  int words = 1;
  long[] bits = new long[4];

  /** Makes room for so many rows. */
  void ensureRows(int rows) {
    if (rows * words > bits.length) {
      bits = Arrays.copyOf(bits, Math.max(rows * words, 2 * bits.length));
    }
  }

  /** Makes every row so many longs wide; what is in them stays as far as there is room. */
  void widen(int newWords) {
    if (newWords == words) {
      return;
    }
    int rows = bits.length / words;
    long[] wide = new long[rows * newWords];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(bits, row * words, wide, row * newWords, Math.min(words, newWords));
    }
    bits = wide;
    words = newWords;
  }

  boolean get(int row, int bit) {
    return (bits[row * words + (bit >> 6)] & (1L << bit)) != 0;
  }

  void set(int row, int bit) {
    bits[row * words + (bit >> 6)] |= 1L << bit;
  }

  void clear(int row, int bit) {
    bits[row * words + (bit >> 6)] &= ~(1L << bit);
  }

  void clearRow(int row) {
    if (words == 1) {
      bits[row] = 0;
    } else {
      Arrays.fill(bits, row * words, (row + 1) * words, 0);
    }
  }

  boolean isEmpty(int row) {
    for (int i = row * words; i < (row + 1) * words; i++) {
      if (bits[i] != 0) {
        return false;
      }
    }
    return true;
  }

  void copyRow(int row, BitRows from, int fromRow) {
    if (words == 1) {
      bits[row] = from.bits[fromRow];
    } else {
      System.arraycopy(from.bits, fromRow * words, bits, row * words, words);
    }
  }

  void orRow(int row, BitRows from, int fromRow) {
    if (words == 1) {
      bits[row] |= from.bits[fromRow];
      return;
    }
    int a = row * words;
    int b = fromRow * words;
    for (int i = 0; i < words; i++) {
      bits[a + i] |= from.bits[b + i];
    }
  }

  /** Adds a row to a set of the same width. */
  void addTo(long[] set, int row) {
    for (int i = 0; i < words; i++) {
      set[i] |= bits[row * words + i];
    }
  }

  boolean intersects(int row, BitRows from, int fromRow) {
    int a = row * words;
    int b = fromRow * words;
    for (int i = 0; i < words; i++) {
      if ((bits[a + i] & from.bits[b + i]) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether every bit of the other row is set in this one. */
  boolean contains(int row, BitRows other, int otherRow) {
    for (int i = 0; i < words; i++) {
      if ((other.bits[otherRow * words + i] & ~bits[row * words + i]) != 0) {
        return false;
      }
    }
    return true;
  }

  /** The lowest bit that is not set; may lie after the row's end. */
  int firstClear(int row) {
    for (int i = 0; i < words; i++) {
      long free = ~bits[row * words + i];
      if (free != 0) {
        return (i << 6) + Long.numberOfTrailingZeros(free);
      }
    }
    return words << 6;
  }

  void forEach(int row, IntConsumer action) {
    for (int i = 0; i < words; i++) {
      for (long left = bits[row * words + i]; left != 0; left &= left - 1) {
        action.accept((i << 6) + Long.numberOfTrailingZeros(left));
      }
    }
  }

  void copyAll(BitRows from, int rows) {
    System.arraycopy(from.bits, 0, bits, 0, rows * words);
  }

  void copyMasked(BitRows from, int rows, long[] mask, int maskBase) {
    if (words == 1) {
      long m = mask[maskBase];
      for (int i = 0; i < rows; i++) {
        bits[i] = from.bits[i] & m;
      }
      return;
    }
    for (int row = 0; row < rows; row++) {
      copyRowMasked(row, from, row, mask, maskBase);
    }
  }

  void copyRowMasked(int row, BitRows from, int fromRow, long[] mask, int maskBase) {
    int a = row * words;
    int b = fromRow * words;
    for (int i = 0; i < words; i++) {
      bits[a + i] = from.bits[b + i] & mask[maskBase + i];
    }
  }
}
