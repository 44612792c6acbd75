package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.AnonPgoff;
import org.vmacheck.model.ops.Uprobes;
import org.vmacheck.model.ops.VmaSplit;
import org.vmacheck.model.release.Proposal;

/**
 * With it, the barriers of the sequence count order what they are meant to: they say nothing of
 * plain accesses that race.
 */
@Proposal("what is read without a lock is stored with WRITE_ONCE() and read with READ_ONCE()")
public class MarkSpeculatedFields {

  private MarkSpeculatedFields() {}

  /** mm/vma.c. */
  public static class InSplit extends VmaSplit {

    public InSplit(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected void moveStart(VmArea vma, long page) {
      AnonPgoff anonPgoff = kernel.path(AnonPgoff.class);
      long index = anonPgoff.linearAnonPageIndex(vma, page);
      vma.vmPgoff.writeOnce(vma.linearPageIndex(page));
      anonPgoff.vmaSetAnonPgoff(vma, index);
      vma.vmStart.writeOnce(page);
    }
  }

  /** kernel/events/uprobes.c. */
  public static class InUprobes extends Uprobes {

    public InUprobes(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected long pgoff(VmArea vma, long page) {
      return vma.vmPgoff.readOnce() + page - vma.vmStart.readOnce();
    }
  }
}
