package org.vmacheck.model.mm;

import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.RwSemaphore;
import org.vmacheck.model.memory.Word;

/**
 * {@code struct anon_vma}: the identity that anonymous folios point to for their reverse map.
 * Forked ones hang below that of the parent, and all of a family share the lock of its root.
 */
public final class AnonVma {

  /** {@code anon_vma->root->rwsem}. Guards all that follows. */
  public final RwSemaphore rwsem;

  /** {@code parent}; the root is its own. */
  public final AnonVma parent;

  /** {@code num_children}: a root counts itself. */
  public final Word numChildren;

  /** {@code num_active_vmas}: how many VMAs have it as their {@code anon_vma}. */
  public final Word numActiveVmas;

  /** How many VMAs are in {@code rb_root}: those that have it in their chain. */
  public final Word linkedVmas;

  /** A root. */
  public AnonVma(Memory memory) {
    rwsem = memory.rwSemaphore("anon_vma.rwsem");
    parent = this;
    numChildren = memory.word("num_children", 1);
    numActiveVmas = memory.word("num_active_vmas", 0);
    linkedVmas = memory.word("rb_root", 0);
  }

  /** A child, whose parent does not count it yet. */
  public AnonVma(Memory memory, AnonVma parent) {
    this.rwsem = parent.rwsem;
    this.parent = parent;
    this.numChildren = memory.word("num_children", 0);
    this.numActiveVmas = memory.word("num_active_vmas", 0);
    this.linkedVmas = memory.word("rb_root", 0);
  }
}
