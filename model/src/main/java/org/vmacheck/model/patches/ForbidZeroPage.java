package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.ops.PageFault;
import org.vmacheck.model.release.Proposal;

/**
 * mm/memory.c, {@code do_anonymous_page} where {@code mm_forbids_zeropage()} is true (s390 with
 * guests), or where a hypervisor's own kernel has no zero page: who only reads gets a page, too.
 */
@Proposal("a read of anonymous memory that nobody wrote makes a page of its own (forbid-zero-page)")
public class ForbidZeroPage extends PageFault {

  public ForbidZeroPage(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected boolean mmForbidsZeropage() {
    return true;
  }
}
