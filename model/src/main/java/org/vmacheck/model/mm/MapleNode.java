package org.vmacheck.model.mm;

import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.names.Folded;

/**
 * {@code struct maple_node}: what a walk over the tree of VMAs goes through. A store replaces it,
 * and frees the old one once every RCU read section that could be in it has ended.
 */
public final class MapleNode {

  private final Word slots;

  public MapleNode(Memory memory) {
    slots = memory.word("slots", 0);
  }

  /** A walk looks into it. */
  @Folded
  void visit() {
    slots.readOnce();
  }
}
