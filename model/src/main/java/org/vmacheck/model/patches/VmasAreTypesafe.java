package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.VmaAlloc;
import org.vmacheck.model.release.Commit;

/**
 * Before it, the memory of a VMA is given back once every RCU read section has ended that could
 * have found it, and who keeps it longer, or looks at a neighbour that nothing keeps, reads what is
 * not there any more.
 */
@Commit(
    id = "3104138517fc",
    release = "6.15",
    sentence = "a VMA that is freed stays a VMA for who still looks at it without a lock")
public class VmasAreTypesafe extends VmaAlloc {

  public VmasAreTypesafe(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void kmemCacheFree(VmArea vma) {
    Memory memory = kernel.memory();
    memory.rcu().call(() -> memory.free(vma));
  }
}
