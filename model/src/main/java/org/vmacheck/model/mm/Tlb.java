package org.vmacheck.model.mm;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.memory.SpinLock;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.memory.lockdep.LockClass;
import org.vmacheck.model.pgtable.Geometry;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteTable;

/**
 * What one processor keeps of the page tables of one address space: translations, and which table
 * the walk for them went through. Touched by no path unless a kernel has {@code tlb}.
 */
public final class Tlb {

  private static final LockClass CSD_LOCK = new LockClass("csd_lock");

  /** Held for one instruction of the processor, and by who has it flush: no flush comes between. */
  public final SpinLock csdLock;

  /** By page: the entry as the MMU last read it, {@link Pte#NONE} if it keeps none. */
  public final List<Word> entries;

  /** By PMD: the table, null if it keeps none (the paging-structure cache). */
  public final List<Pointer<PteTable>> tables;

  Tlb(Memory memory, Geometry geometry) {
    csdLock = memory.spinLock(CSD_LOCK, "csd_lock");
    List<Word> words = new ArrayList<>();
    for (int page = 0; page < geometry.pages(); page++) {
      words.add(memory.word("tlb[" + page + "]", Pte.NONE, Pte::toString));
    }
    entries = List.copyOf(words);
    List<Pointer<PteTable>> walked = new ArrayList<>();
    for (int pmd = 0; pmd < geometry.tables(); pmd++) {
      walked.add(memory.pointer("walk_cache[" + pmd + "]", null));
    }
    tables = List.copyOf(walked);
  }
}
