package org.vmacheck.model.mm;

/**
 * {@code struct vm_operations_struct}, as far as the model asks about it.
 *
 * @param hasClose a merge may not remove a VMA whose driver wants to hear of its end
 * @param hasMapPages a fault-around hook: a fault need not leave the VMA lock
 */
public record VmOperations(boolean hasClose, boolean hasMapPages) {

  /** An ordinary file system. */
  public static final VmOperations GENERIC_FILE = new VmOperations(false, true);
}
