package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.ops.Khugepaged;
import org.vmacheck.model.release.Commit;

/**
 * Before it, retraction asks for an anon_vma and for uffd-wp only. Guard install had stopped giving
 * file mappings an anon_vma, so nothing kept the table with the markers.
 *
 * <pre>
 *   guard install                     collapse_file
 *     set VM_MAYBE_GUARD
 *     ptl: write the marker
 *                                       unmap the old pages (a marker is none)
 *                                       pml, ptl: no anon_vma, no uffd-wp
 *                                       clear the PMD, free the table
 * </pre>
 */
@Commit(
    id = "49e14dabed7a",
    release = "6.19",
    stable = "6.18",
    sentence = "retract_page_tables() keeps the table of a VMA that has VM_MAYBE_GUARD")
public class TestMaybeGuard extends Khugepaged {

  public TestMaybeGuard(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected boolean fileBackedVmaIsRetractable(VmArea vma) {
    return vma.anonVma.readOnce() == null && (vma.vmFlags.plain() & VmFlags.UFFD_WP) == 0;
  }
}
