package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.HugePmdSharing;
import org.vmacheck.model.ops.Hugetlb;
import org.vmacheck.model.ops.VmaSplit;
import org.vmacheck.model.release.Commit;

/**
 * Without it, a fault shares the table again, and two VMAs have it together.
 *
 * <pre>
 *   split                             fault
 *     unshare the table
 *                                       share that of the other mapping
 *     write-lock the VMA and the rmap
 *     two VMAs
 * </pre>
 */
@Commit(
    id = "081056dc00a2",
    release = "6.16",
    stable = {"6.12", "6.15"},
    sentence =
        "a split of huge pages unshares the page table once the VMA and the rmap are write-locked")
public class UnshareUnderLocks extends VmaSplit {

  public UnshareUnderLocks(Kernel kernel) {
    super(kernel);
  }

  @Override
  @Folded
  protected void beforeLocks(VmArea vma, long page) {
    kernel.path(Hugetlb.class).hugetlbZapBegin(vma);
    kernel.path(HugePmdSharing.class).hugetlbSplit(vma, page);
    kernel.path(Hugetlb.class).hugetlbZapEnd(vma);
  }

  @Override
  @Folded
  protected void underLocks(VmArea vma, long page) {}
}
