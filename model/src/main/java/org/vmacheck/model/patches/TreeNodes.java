package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MapleNode;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.ops.VmaIterator;
import org.vmacheck.model.release.Proposal;

/**
 * With it, who walks over the tree without what keeps the node is found out. Nothing else is asked
 * about, and each walk is a step more, so it is left out otherwise.
 */
@Proposal("a walk over the tree of VMAs goes through a node, which a store replaces and frees")
public class TreeNodes extends VmaIterator {

  public TreeNodes(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void publish(MmStruct mm, VmaTree tree) {
    Memory memory = kernel.memory();
    MapleNode old = mm.mmMt.rcuDereference().node();
    MapleNode made = memory.allocate("maple_node", () -> new MapleNode(memory));
    super.publish(mm, tree.in(made));
    if (old != null) {
      memory.rcu().call(() -> memory.free(old));
    }
  }
}
