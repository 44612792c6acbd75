package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.Hugetlb;
import org.vmacheck.model.release.Commit;

/**
 * Without it, a fault finds the entry empty and the pool, too.
 *
 * <pre>
 *   MADV_DONTNEED                     fault
 *     empty the entry
 *     release the lock
 *                                       the pool is empty: SIGBUS
 *     the page is back in the pool
 * </pre>
 */
@Commit(
    id = "2820b0f09be9",
    release = "6.6",
    sentence = "MADV_DONTNEED of huge pages holds their lock until the pages are back in the pool")
public class ZapFreesFirst extends Hugetlb {

  public ZapFreesFirst(Kernel kernel) {
    super(kernel);
  }

  @Override
  @Folded
  protected void finishZap(VmArea vma, int pages) {
    hugetlbZapEnd(vma);
    freeHugeFolios(pages);
  }
}
