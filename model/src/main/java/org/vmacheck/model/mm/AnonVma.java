package org.vmacheck.model.mm;

import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.RwSemaphore;
import org.vmacheck.model.memory.Word;

/**
 * {@code struct anon_vma}: the identity that anonymous folios point to for their reverse map. Each
 * is its own root here: forked hierarchies are told apart by the length of a VMA's chain.
 */
public final class AnonVma {

  /** {@code anon_vma->root->rwsem}. */
  public final RwSemaphore rwsem;

  /** {@code num_active_vmas}: written under {@link #rwsem} for writing. */
  public final Word numActiveVmas;

  public AnonVma(Memory memory) {
    rwsem = memory.rwSemaphore("anon_vma.rwsem");
    numActiveVmas = memory.word("num_active_vmas", 0);
  }
}
