package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.ClearRefs;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, a page is copied while a processor can still write to the old one.
 *
 * <pre>
 *   clear_refs                        write fault                   user
 *     take write access away
 *                                       copy the page
 *                                                                     store to the old page
 *     flush
 * </pre>
 */
@Mutant("clear_refs holds mmap_lock for writing until it has flushed")
public class ClearRefsIsWriter extends ClearRefs {

  public ClearRefsIsWriter(Kernel kernel) {
    super(kernel);
  }

  @Override
  @Folded
  protected void beforeWalk(MmStruct mm) {
    kernel.path(MmapLock.class).mmapWriteDowngrade(mm);
  }

  @Override
  @Folded
  protected void afterWalk(MmStruct mm) {
    kernel.path(MmapLock.class).mmapReadUnlock(mm);
  }
}
