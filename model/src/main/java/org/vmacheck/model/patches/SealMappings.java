package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.ops.Errno;
import org.vmacheck.model.ops.Mseal;
import org.vmacheck.model.release.Commit;

/** Before it, there is no such system call. */
@Commit(id = "8be7258aad44", release = "6.10", sentence = "mseal() seals mappings")
public class SealMappings extends Mseal {

  public SealMappings(Kernel kernel) {
    super(kernel);
  }

  @Override
  public long mseal(MmStruct mm, long start, long pages) {
    return -Errno.ENOSYS;
  }
}
