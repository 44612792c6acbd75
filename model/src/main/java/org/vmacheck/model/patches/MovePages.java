package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.ops.Errno;
import org.vmacheck.model.ops.UffdMove;
import org.vmacheck.model.release.Commit;

/** Before it, {@code userfaultfd_ioctl()} does not know the request. */
@Commit(id = "adef440691ba", release = "6.8", sentence = "userfaultfd moves pages (UFFDIO_MOVE)")
public class MovePages extends UffdMove {

  public MovePages(Kernel kernel) {
    super(kernel);
  }

  @Override
  public long move(MmStruct mm, long to, long from) {
    return -Errno.EINVAL;
  }
}
