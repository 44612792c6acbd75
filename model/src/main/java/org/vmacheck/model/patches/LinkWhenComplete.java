package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.ops.Fork;
import org.vmacheck.model.ops.Hugetlb;
import org.vmacheck.model.ops.Rmap;
import org.vmacheck.model.ops.VmaIterator;
import org.vmacheck.model.release.Commit;

/**
 * Without it, as in 6.1 to 6.8, who walks over the reverse maps of the file finds the lock of the
 * parent's VMA in it, or none, or one that was not there a moment ago.
 */
@Commit(
    id = "35e351780fa9",
    release = "6.9",
    sentence = "fork puts a VMA into the reverse maps of its file when it is complete")
public class LinkWhenComplete extends Fork {

  public LinkWhenComplete(Kernel kernel) {
    super(kernel);
  }

  @Override
  @KernelFunction("dup_mmap")
  protected long completeAndCopy(VmArea tmp, VmArea mpnt) {
    MmStruct mm = tmp.vmMm.plain();
    boolean huge = Hugetlb.isVmHugetlbPage(tmp);
    kernel.path(Rmap.class).linkFile(tmp);
    if (huge) {
      kernel.path(Hugetlb.class).hugetlbDupVmaPrivate(tmp);
    }
    kernel.path(VmaIterator.class).vmaIterStoreNew(mm, tmp);
    mm.mapCount.plain(mm.mapCount.plain() + 1);
    long error = copyEntries(tmp, mpnt);
    if (huge) {
      kernel.path(Hugetlb.class).hugetlbVmOpOpen(tmp);
    }
    return error;
  }
}
