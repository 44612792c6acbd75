package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.AnonMigrate;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, a migration entry moves with the stack, nobody finds it again, and who touches the
 * page waits for ever.
 *
 * <pre>
 *   exec                              compaction
 *                                       a migration entry at the old address
 *     the VMA reaches down to the new
 *     address; its page offset stays
 *                                       look for the entry at the new address
 *     the entry moves there
 * </pre>
 */
@Mutant("Migration leaves out a stack that exec has not placed yet")
public class SkipTemporaryStack extends AnonMigrate {

  public SkipTemporaryStack(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected boolean invalidMigrationVma(VmArea vma) {
    return false;
  }
}
