package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.ops.Hugetlb;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, the walk waits for itself.
 *
 * <pre>
 *   PAGEMAP_SCAN
 *     walk_hugetlb_range: hugetlb VMA lock for reading
 *     hugetlb_change_protection: hugetlb VMA lock for writing
 * </pre>
 */
@Mutant("PAGEMAP_SCAN write-protects huge pages without the lock that its walk holds for reading")
public class ScanProtectsInline extends Hugetlb {

  public ScanProtectsInline(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void pagemapScanHugetlbWp(VmArea vma, long start, long end) {
    hugetlbChangeProtection(vma, start, end, VmFlags.ACCESS);
  }
}
