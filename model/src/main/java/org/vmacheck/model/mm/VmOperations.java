package org.vmacheck.model.mm;

/**
 * {@code struct vm_operations_struct}, as far as the model asks about it.
 *
 * @param name what the kernel calls it, without {@code _vm_ops}
 * @param hasClose a merge may not remove a VMA whose driver wants to hear of its end
 * @param hasMapPages a fault-around hook: a fault need not leave the VMA lock
 */
public record VmOperations(String name, boolean hasClose, boolean hasMapPages) {

  /** An ordinary file system. */
  public static final VmOperations GENERIC_FILE = new VmOperations("generic_file", false, true);

  /** Shared anonymous memory, which is shmem that nobody else can open. */
  public static final VmOperations SHMEM_ANON = new VmOperations("shmem_anon", false, true);

  /** Huge pages. */
  public static final VmOperations HUGETLB = new VmOperations("hugetlb", true, false);

  /** A driver's. */
  public VmOperations(boolean hasClose, boolean hasMapPages) {
    this("driver", hasClose, hasMapPages);
  }

  @Override
  public String toString() {
    return name + "_vm_ops";
  }
}
