package org.vmacheck.model.mm;

import java.util.List;
import org.vmacheck.model.memory.LockMap;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.memory.RwSemaphore;
import org.vmacheck.model.memory.Word;

/**
 * {@code struct vm_area_struct}: pages [vm_start, vm_end) of one address space. Which locks each
 * field needs stands in process_addrs.rst; the model's operations keep to it and the checker finds
 * out where that is not enough.
 */
public final class VmArea {

  /** {@code vm_lock_seq} of a VMA that was never write-locked: {@code UINT_MAX}. */
  public static final long NEVER_LOCKED = 0xffff_ffffL;

  /** First page. */
  public final Word vmStart;

  /** First page behind it. */
  public final Word vmEnd;

  /** Offset of the first page in the file, or the page number for anonymous memory. */
  public final Word vmPgoff;

  /** Since 7.3: {@code __vm_anon_pgoff}, of a VMA that maps a file ({@code AnonPgoff}). */
  public final Word vmAnonPgoff;

  /** {@code __vm_flags}, bits of {@link VmFlags}. */
  public final Word vmFlags;

  /** {@code vm_page_prot}: the access bits that new entries get. */
  public final Word vmPageProt;

  /** The owner. Read under a reference to notice that the object was reused. */
  public final Pointer<MmStruct> vmMm;

  /** {@code vm_file->f_mapping}, null for anonymous memory. */
  public final Pointer<AddressSpace> vmFile;

  /** Null for anonymous memory. */
  public final Pointer<VmOperations> vmOps;

  public final Pointer<AnonVma> anonVma;

  /** {@code anon_vma_chain}: own and inherited anon_vmas; more than one means a forked child. */
  public final Pointer<List<AnonVma>> anonVmaChain;

  /** {@code vm_userfaultfd_ctx}, null if not armed. */
  public final Pointer<String> vmUserfaultfdCtx;

  /** {@code anon_name}. */
  public final Pointer<String> anonName;

  /** {@code vm_policy}. */
  public final Pointer<Mempolicy> vmPolicy;

  /** {@code vm_private_data} of a VMA of huge pages: its lock. */
  public final Pointer<HugetlbVmaLock> vmPrivateData;

  /** Equal to the sequence of the mm while the VMA is write-locked (all generations). */
  public final Word vmLockSeq;

  /** Since 6.15: 0 detached, 1 attached, more with readers or the exclude flag. */
  public final Word vmRefcnt;

  /** Up to 6.14: {@code vm_lock->lock}. */
  public final RwSemaphore vmLock;

  /** Up to 6.14: no longer, or not yet, in the tree. */
  public final Word detached;

  /** {@code vmlock_dep_map}. */
  public final LockMap vmlockDepMap;

  /** All fields as a zeroed allocation has them; {@code vm_area_alloc} sets what it must. */
  public VmArea(Memory memory) {
    vmStart = memory.word("vm_start", 0);
    vmEnd = memory.word("vm_end", 0);
    vmPgoff = memory.word("vm_pgoff", 0);
    vmAnonPgoff = memory.word("__vm_anon_pgoff", 0);
    vmFlags = memory.word("vm_flags", 0, flags -> "[" + VmFlags.toString(flags) + "]");
    vmPageProt = memory.word("vm_page_prot", 0);
    vmMm = memory.pointer("vm_mm", null);
    vmFile = memory.pointer("vm_file", null);
    vmOps = memory.pointer("vm_ops", null);
    anonVma = memory.pointer("anon_vma", null);
    anonVmaChain = memory.pointer("anon_vma_chain", List.of());
    vmUserfaultfdCtx = memory.pointer("vm_userfaultfd_ctx", null);
    anonName = memory.pointer("anon_name", null);
    vmPolicy = memory.pointer("vm_policy", null);
    vmPrivateData = memory.pointer("vm_private_data", null);
    vmLockSeq = memory.word("vm_lock_seq", NEVER_LOCKED);
    vmRefcnt = memory.word("vm_refcnt", 0);
    vmLock = memory.rwSemaphore("vm_lock");
    detached = memory.word("detached", 1);
    vmlockDepMap = memory.lockMap("vma_lock");
  }

  /** {@code vma_pages}. */
  public long vmaPages() {
    return vmEnd.plain() - vmStart.plain();
  }

  /** {@code vma_is_anonymous}. */
  public boolean vmaIsAnonymous() {
    return vmOps.plain() == null;
  }

  /** {@code vma_is_anon_shmem}: shared anonymous memory. */
  public boolean vmaIsAnonShmem() {
    return VmOperations.SHMEM_ANON.equals(vmOps.plain());
  }

  /** {@code linear_page_index}: the file offset of a page of the range. */
  public long linearPageIndex(long page) {
    return page - vmStart.plain() + vmPgoff.plain();
  }
}
