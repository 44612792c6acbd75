package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.AnonVma;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.Rmap;
import org.vmacheck.model.release.Commit;

/**
 * Before it, a neighbour that finds the anon_vma without a lock may find it unfinished.
 *
 * <pre>
 *   fault in v                        fault in v's neighbour
 *     initialise a new anon_vma
 *     v's anon_vma = the new one
 *                                       reusable_anon_vma: v has an anon_vma
 *                                       down_write of its root: not there yet
 * </pre>
 */
@Commit(
    id = "smp_store_release() in __anon_vma_prepare()",
    release = "7.2",
    sentence = "a new anon_vma is published with a release")
public class PublishAnonVma extends Rmap {

  public PublishAnonVma(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void publish(VmArea vma, AnonVma anonVma) {
    vma.anonVma.plain(anonVma);
  }
}
