package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.ops.Errno;
import org.vmacheck.model.ops.PagemapScan;
import org.vmacheck.model.release.Commit;

/** Before it, /proc/PID/pagemap has no ioctl. */
@Commit(
    id = "52526ca7fdb9",
    release = "6.7",
    sentence = "PAGEMAP_SCAN write-protects what it finds")
public class ScanPagemap extends PagemapScan {

  public ScanPagemap(Kernel kernel) {
    super(kernel);
  }

  @Override
  public long doPagemapScan(MmStruct mm, long start, long pages) {
    return -Errno.ENOTTY;
  }
}
