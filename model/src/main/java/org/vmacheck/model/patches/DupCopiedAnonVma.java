package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.MoveVma;
import org.vmacheck.model.release.Mutant;

/**
 * Without it (61f67c230a5e), the pages come to a VMA that does not hang on their anon_vma, which is
 * freed with the source.
 *
 * <pre>
 *   |unfaulted|....|AB|      mremap      |unfaultedAB|       anon_vma of A and B: none
 * </pre>
 */
@Mutant("a VMA that grows over a copy takes over the anon_vma of what is copied")
public class DupCopiedAnonVma extends MoveVma {

  public DupCopiedAnonVma(Kernel kernel) {
    super(kernel);
  }

  @Override
  @Folded
  protected VmArea copiedFrom(VmArea vma) {
    return null;
  }
}
