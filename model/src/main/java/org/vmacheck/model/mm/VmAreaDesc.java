package org.vmacheck.model.mm;

import java.util.function.UnaryOperator;

/**
 * {@code struct vm_area_desc}: what a mapping is to be, before there is a VMA. A driver's {@code
 * mmap_prepare} is handed one and may give back another, with the same range.
 *
 * @param start first page
 * @param end first page behind it
 * @param pgoff offset of the first page in the file
 * @param vmFile what is mapped, null for anonymous memory
 * @param vmFlags bits of {@link VmFlags}
 * @param pageProt access bits of new entries
 * @param vmOps null for anonymous memory
 */
public record VmAreaDesc(
    long start,
    long end,
    long pgoff,
    AddressSpace vmFile,
    long vmFlags,
    long pageProt,
    VmOperations vmOps) {

  /**
   * {@code f_op->mmap_prepare}: gives what is to be mapped, null for an error. It sees no VMA and
   * takes no lock.
   */
  @FunctionalInterface
  public interface MmapPrepare extends UnaryOperator<VmAreaDesc> {}
}
