package org.vmacheck.model.mm;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.memory.RwSemaphore;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.names.Folded;

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

  /** {@code rb_root}: the VMAs that have it in their chain, in the order of insertion. */
  public final Pointer<List<VmArea>> rbRoot;

  /** A root. */
  public AnonVma(Memory memory) {
    rwsem = memory.rwSemaphore("anon_vma.rwsem");
    parent = this;
    numChildren = memory.word("num_children", 1);
    numActiveVmas = memory.word("num_active_vmas", 0);
    rbRoot = memory.pointer("rb_root", List.of());
  }

  /** A child, whose parent does not count it yet. */
  public AnonVma(Memory memory, AnonVma parent) {
    this.rwsem = parent.rwsem;
    this.parent = parent;
    this.numChildren = memory.word("num_children", 0);
    this.numActiveVmas = memory.word("num_active_vmas", 0);
    rbRoot = memory.pointer("rb_root", List.of());
  }

  /** {@code anon_vma_interval_tree_insert}. The caller holds {@link #rwsem} for writing. */
  @Folded
  public void insert(VmArea vma) {
    List<VmArea> next = new ArrayList<>(rbRoot.plain());
    next.add(vma);
    rbRoot.plain(List.copyOf(next));
  }

  /**
   * {@code anon_vma_interval_tree_remove}. The caller holds {@link #rwsem} for writing.
   *
   * @return whether it was the last one
   */
  @Folded
  public boolean remove(VmArea vma) {
    List<VmArea> next = new ArrayList<>(rbRoot.plain());
    next.remove(vma);
    rbRoot.plain(List.copyOf(next));
    return next.isEmpty();
  }
}
