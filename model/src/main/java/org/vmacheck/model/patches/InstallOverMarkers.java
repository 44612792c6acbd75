package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.ops.GuardRegions;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.release.Proposal;

/**
 * To zap them with {@code ZAP_FLAG_DROP_MARKER} instead would take guards of the range away that
 * are there already, until they are installed again.
 */
@Proposal("guard install puts its markers over those of userfaultfd, which no zap takes away")
public class InstallOverMarkers extends GuardRegions {

  public InstallOverMarkers(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected boolean isInTheWay(long pte) {
    return super.isInTheWay(pte) && !Pte.isUffdWpMarker(pte);
  }
}
