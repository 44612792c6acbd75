package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.ops.Errno;
import org.vmacheck.model.ops.UffdMove;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, as in the candidates of 6.8, a move that fails leaves the page with the mapping and
 * the index that it would have had.
 */
@Mutant("UFFDIO_MOVE changes mapping and index of a page after the last look whether it is pinned")
public class CheckPinBeforeMove extends UffdMove {

  public CheckPinBeforeMove(Kernel kernel) {
    super(kernel);
  }

  @Override
  @KernelFunction("move_present_ptes")
  protected long moveOne(Word dstPte, Word srcPte) {
    // folio_move_anon_rmap(), and the index, of the page that lives in the entry.
    srcPte.fetchOr(Pte.OTHER_PLACE);
    long taken = srcPte.xchg(Pte.NONE);
    if (Pte.isPinned(taken)) {
      srcPte.writeOnce(taken);
      return -Errno.EBUSY;
    }
    long moved = Pte.withProtection(taken, Pte.WRITABLE) & ~(Pte.UFFD | Pte.OTHER_PLACE);
    dstPte.writeOnce(moved);
    return 0;
  }
}
