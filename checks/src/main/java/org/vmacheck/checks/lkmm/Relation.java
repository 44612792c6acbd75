package org.vmacheck.checks.lkmm;

import java.util.Arrays;

/**
 * A relation over events as a bit matrix, one row an event; sixty-four events fill one word a row.
 *
 * <p>The operations are those of the cat language, and leave their operands alone: {@code a | b} is
 * {@link #or}, {@code a & b} is {@link #and}, {@code a \ b} is {@link #minus}, {@code a ; b} is
 * {@link #then}, {@code [S] ; a} is {@link #from}, {@code a ; [S]} is {@link #into}, {@code a^-1}
 * is {@link #inverse}, {@code a?} is {@link #orNothing}, {@code a+} and {@code a*} are {@link
 * #closure} and {@link #star}. Only {@link #add} changes a relation, while it is being built.
 */
public final class Relation {
  private final int size;
  private final int width;
  private final long[] bits;

  /**
   * The empty relation.
   *
   * @param size how many events there are
   */
  public Relation(int size) {
    this(size, new long[size * ((size + 63) >>> 6)]);
  }

  private Relation(int size, long[] bits) {
    this.size = size;
    this.width = (size + 63) >>> 6;
    this.bits = bits;
  }

  /** How many events there are. */
  public int size() {
    return size;
  }

  /** Relates one event to another, while the relation is being built. */
  public void add(int from, int to) {
    bits[from * width + (to >>> 6)] |= 1L << to;
  }

  public boolean contains(int from, int to) {
    return (bits[from * width + (to >>> 6)] >>> to & 1) != 0;
  }

  public boolean isEmpty() {
    for (long word : bits) {
      if (word != 0) {
        return false;
      }
    }
    return true;
  }

  public Relation copy() {
    return new Relation(size, bits.clone());
  }

  /** The smallest event at or above {@code least} that {@code from} is related to, or -1. */
  public int next(int from, int least) {
    int i = least >>> 6;
    if (i >= width) {
      return -1;
    }
    int row = from * width;
    long word = bits[row + i] & -1L << least;
    while (word == 0) {
      if (++i == width) {
        return -1;
      }
      word = bits[row + i];
    }
    return (i << 6) + Long.numberOfTrailingZeros(word);
  }

  public Relation or(Relation other) {
    long[] result = bits.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] |= other.bits[i];
    }
    return new Relation(size, result);
  }

  public Relation and(Relation other) {
    long[] result = bits.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] &= other.bits[i];
    }
    return new Relation(size, result);
  }

  public Relation minus(Relation other) {
    long[] result = bits.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] &= ~other.bits[i];
    }
    return new Relation(size, result);
  }

  /** Without the pairs of an event and itself. */
  public Relation minusIdentity() {
    Relation result = copy();
    for (int e = 0; e < size; e++) {
      result.bits[e * width + (e >>> 6)] &= ~(1L << e);
    }
    return result;
  }

  /** {@code this ; other}. */
  public Relation then(Relation other) {
    long[] result = new long[bits.length];
    if (width == 1) {
      for (int e = 0; e < size; e++) {
        long reached = 0;
        for (long rest = bits[e]; rest != 0; rest &= rest - 1) {
          reached |= other.bits[Long.numberOfTrailingZeros(rest)];
        }
        result[e] = reached;
      }
      return new Relation(size, result);
    }
    for (int e = 0; e < size; e++) {
      for (int via = next(e, 0); via >= 0; via = next(e, via + 1)) {
        orRow(result, e * width, other.bits, via * width);
      }
    }
    return new Relation(size, result);
  }

  private void orRow(long[] target, int targetRow, long[] source, int sourceRow) {
    for (int i = 0; i < width; i++) {
      target[targetRow + i] |= source[sourceRow + i];
    }
  }

  /** {@code [sources] ; this}. */
  public Relation from(EventSet sources) {
    long[] result = new long[bits.length];
    for (int e = sources.next(0); e >= 0; e = sources.next(e + 1)) {
      System.arraycopy(bits, e * width, result, e * width, width);
    }
    return new Relation(size, result);
  }

  /** {@code this ; [targets]}. */
  public Relation into(EventSet targets) {
    long[] result = bits.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] &= targets.word(width == 1 ? 0 : i % width);
    }
    return new Relation(size, result);
  }

  /** {@code [sources] ; this ; [targets]}. */
  public Relation between(EventSet sources, EventSet targets) {
    long[] result = new long[bits.length];
    for (int e = sources.next(0); e >= 0; e = sources.next(e + 1)) {
      for (int i = 0; i < width; i++) {
        result[e * width + i] = bits[e * width + i] & targets.word(i);
      }
    }
    return new Relation(size, result);
  }

  /**
   * {@code this ; [middle] ; this}; with {@code po} and a set of fences, cat's {@code fencerel}.
   */
  public Relation through(EventSet middle) {
    return middle.isEmpty() ? new Relation(size) : into(middle).then(this);
  }

  public Relation inverse() {
    Relation result = new Relation(size);
    for (int e = 0; e < size; e++) {
      for (int to = next(e, 0); to >= 0; to = next(e, to + 1)) {
        result.add(to, e);
      }
    }
    return result;
  }

  /** {@code this?}: this, or staying where one is. */
  public Relation orNothing() {
    Relation result = copy();
    for (int e = 0; e < size; e++) {
      result.add(e, e);
    }
    return result;
  }

  /** {@code this+}, by Warshall's algorithm. */
  public Relation closure() {
    Relation result = copy();
    result.close();
    return result;
  }

  /** {@code this*}. */
  public Relation star() {
    Relation result = orNothing();
    result.close();
    return result;
  }

  private void close() {
    if (width == 1) {
      for (int via = 0; via < size; via++) {
        long row = bits[via];
        if (row == 0) {
          continue;
        }
        for (int e = 0; e < size; e++) {
          if ((bits[e] >>> via & 1) != 0) {
            bits[e] |= row;
          }
        }
      }
      return;
    }
    for (int via = 0; via < size; via++) {
      for (int e = 0; e < size; e++) {
        if (contains(e, via)) {
          orRow(bits, e * width, bits, via * width);
        }
      }
    }
  }

  public boolean isIrreflexive() {
    for (int e = 0; e < size; e++) {
      if (contains(e, e)) {
        return false;
      }
    }
    return true;
  }

  /** Whether no event reaches itself; takes away what has no way on until nothing more goes. */
  public boolean isAcyclic() {
    if (width > 1) {
      return closure().isIrreflexive();
    }
    long alive = size == 64 ? -1L : (1L << size) - 1;
    boolean shrunk = true;
    while (alive != 0 && shrunk) {
      shrunk = false;
      for (long rest = alive; rest != 0; rest &= rest - 1) {
        int e = Long.numberOfTrailingZeros(rest);
        if ((bits[e] & alive) == 0) {
          alive &= ~(1L << e);
          shrunk = true;
        }
      }
    }
    return alive == 0;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (int e = 0; e < size; e++) {
      for (int to = next(e, 0); to >= 0; to = next(e, to + 1)) {
        text.append(text.length() > 1 ? " " : "").append(e).append("->").append(to);
      }
    }
    return text.append('}').toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Relation that && size == that.size && Arrays.equals(bits, that.bits);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bits);
  }
}
