package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.UffdFill;
import org.vmacheck.model.release.Commit;

/**
 * Before it, {@code shmem_mfill_atomic_pte} looked at the size of the file when it had the content,
 * and said {@code -EFAULT}: 6.19.14 does, 7.1.13 does not, and 7.0 was not asked.
 */
@Commit(
    id = "shmem_mfill_folio_alloc",
    release = "7.1",
    sentence = "UFFDIO_COPY asks whether a shared file has the page before it reads the source")
public class AllocForCopyFirst extends UffdFill {

  public AllocForCopyFirst(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected boolean shmemMfillFolioAlloc(VmArea vma, long page) {
    return true;
  }
}
