package org.vmacheck.stress;

import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.pgtable.Geometry;

/** The smallest address space to ask a question about: one attached VMA over one PTE table. */
abstract class OneVma {

  static final long START = 0;
  static final long END = 2;

  final MmStruct mm;
  final VmArea vma;

  OneVma(Memory memory) {
    mm = new MmStruct(memory, Geometry.ofPages((int) END));
    vma = new VmArea(memory);
    vma.vmStart.plain(START);
    vma.vmEnd.plain(END);
    vma.vmMm.plain(mm);
    vma.vmRefcnt.plain(1);
    vma.detached.plain(0);
    mm.mmMt.plain(VmaTree.EMPTY.store(START, END, vma));
  }
}
