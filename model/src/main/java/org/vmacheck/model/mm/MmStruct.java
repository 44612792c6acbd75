package org.vmacheck.model.mm;

import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.memory.RwSemaphore;
import org.vmacheck.model.memory.SpinLock;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.pgtable.Geometry;
import org.vmacheck.model.pgtable.PageTables;

/** {@code struct mm_struct}: one address space. */
public final class MmStruct {

  /** {@code MMF_VM_MERGEABLE}: KSM looks at it. */
  public static final int MMF_VM_MERGEABLE = 16;

  /** {@code MMF_OOM_SKIP}: there is nothing left that could be reaped. */
  public static final int MMF_OOM_SKIP = 21;

  /** {@code MMF_UNSTABLE}: it is being reaped, or its fork has failed. */
  public static final int MMF_UNSTABLE = 22;

  /** {@code MT_FLAGS_LOCK_EXTERN}: a lock of the tree's owner guards it. */
  public static final long MT_FLAGS_LOCK_EXTERN = 0x300;

  /** {@code mmap_lock}. */
  public final RwSemaphore mmapLock;

  /** {@code mm_lock_seq}: what a write-locked VMA's {@code vm_lock_seq} equals. */
  public final Word mmLockSeq;

  /** {@code vma_writer_wait}: 1 while the one VMA writer there can be sleeps (since 6.15). */
  public final Word vmaWriterWait;

  /** {@code mm_mt}. */
  public final Pointer<VmaTree> mmMt;

  /** {@code mm_mt.ma_flags}. */
  public final Word maFlags;

  /** Number of VMAs in the tree. */
  public final Word mapCount;

  /** {@code mm_users}: who lives in the address space, or works in it ({@code mmget}). */
  public final Word mmUsers;

  /** {@code mm_count}: references to this object itself ({@code mmgrab}). */
  public final Word mmCount;

  /** {@code flags}. */
  public final Word flags;

  /** {@code start_brk}: the first page of the heap. */
  public final Word startBrk;

  /** {@code brk}: the first page after the heap. */
  public final Word brk;

  /** {@code write_protect_seq}: odd while fork write-protects entries. */
  public final Word writeProtectSeq;

  /** {@code page_table_lock}: guards the step of an anon_vma from null to set, among others. */
  public final SpinLock pageTableLock;

  public final PageTables pageTables;

  /** What a processor keeps of the page tables. */
  public final Tlb tlb;

  public MmStruct(Memory memory, Geometry geometry) {
    mmapLock = memory.rwSemaphore("mmap_lock");
    mmLockSeq = memory.word("mm_lock_seq", 0);
    vmaWriterWait = memory.word("vma_writer_wait", 0);
    mmMt = memory.pointer("mm_mt", VmaTree.EMPTY);
    maFlags = memory.word("ma_flags", MT_FLAGS_LOCK_EXTERN);
    mapCount = memory.word("map_count", 0);
    mmUsers = memory.word("mm_users", 1);
    mmCount = memory.word("mm_count", 1);
    flags = memory.word("mm_flags", 0);
    startBrk = memory.word("start_brk", 0);
    brk = memory.word("brk", 0);
    writeProtectSeq = memory.word("write_protect_seq", 0);
    pageTableLock = memory.spinLock("page_table_lock");
    pageTables = new PageTables(memory, geometry);
    tlb = new Tlb(memory, geometry);
  }
}
