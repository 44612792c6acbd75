package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.ops.MadviseCollapse;
import org.vmacheck.model.release.Commit;

/**
 * Before it, a range inside of one huge page, whose rounded end lies before its rounded start, was
 * one of a negative number of pages, none of which were collapsed.
 */
@Commit(
    id = "madvise_collapse: return early if there is nothing to collapse",
    release = "7.2",
    sentence = "MADV_COLLAPSE of a part of a huge page is 0")
public class EmptyCollapseIsZero extends MadviseCollapse {

  public EmptyCollapseIsZero(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected boolean isNegative(long hstart, long hend) {
    return hend < hstart;
  }
}
