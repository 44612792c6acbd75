package org.vmacheck.model.mm;

import java.util.Objects;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.names.Folded;

/**
 * {@code struct mempolicy}: where the pages of a VMA are to come from. Each VMA has one of its own
 * once one has been set; that it goes with the VMA is left out.
 */
public final class Mempolicy {

  private final String mode;
  private final Word word;

  public Mempolicy(Memory memory, String mode) {
    this.mode = mode;
    this.word = memory.word("mode", mode.hashCode());
  }

  /** What it says, for who knows that it is there. */
  public String mode() {
    return mode;
  }

  /** {@code mode}: for who may be wrong about that. */
  @Folded
  public long load() {
    return word.readOnce();
  }

  /** {@code mpol_equal}. */
  public static boolean mpolEqual(Mempolicy one, Mempolicy other) {
    return Objects.equals(one == null ? null : one.mode, other == null ? null : other.mode);
  }
}
