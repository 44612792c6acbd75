package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.ops.UffdFill;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.release.Commit;

/** Before it, {@code pte_none_mostly} took every marker for an empty entry, a guard as well. */
@Commit(
    id = "pte_is_uffd_marker",
    release = "6.19",
    sentence = "UFFDIO_COPY fills over markers of userfaultfd only, not over guards")
public class CopyKeepsGuards extends UffdFill {

  public CopyKeepsGuards(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected boolean mayOverwrite(long pte) {
    return Pte.isUffdWpMarker(pte) || Pte.isGuard(pte);
  }
}
