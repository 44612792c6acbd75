package org.vmacheck.model.mm;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.memory.RwSemaphore;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.memory.lockdep.LockClass;
import org.vmacheck.model.names.Folded;

/** {@code struct address_space}: one file, its page cache and the VMAs that map it. */
public final class AddressSpace {

  private static final LockClass I_RWSEM = new LockClass("i_rwsem");
  private static final LockClass I_MMAP_RWSEM = new LockClass("i_mmap_rwsem");

  private final String name;

  /** {@code i_rwsem} of the inode: of who reads or writes the file. */
  public final RwSemaphore iRwsem;

  /** {@code i_mmap_rwsem}. */
  public final RwSemaphore iMmapRwsem;

  /** {@code i_size} of the inode, in pages. */
  public final Word iSize;

  /**
   * {@code i_mmap}: the VMAs that map the file, in the order in which a walk meets them: by {@code
   * vm_pgoff}, and of two that are alike the one that was inserted first.
   */
  public final Pointer<List<VmArea>> iMmap;

  /** {@code i_pages}: the folio of each page of the file; null once it is truncated. */
  public final List<Pointer<Folio>> iPages;

  /**
   * @param pages of the file, all of them in the page cache as small folios
   */
  public AddressSpace(Memory memory, PageFrames frames, String name, int pages) {
    this.name = name;
    iRwsem = memory.rwSemaphore(I_RWSEM, name + ".i_rwsem");
    iMmapRwsem = memory.rwSemaphore(I_MMAP_RWSEM, name + ".i_mmap_rwsem");
    iSize = memory.word(name + ".i_size", pages);
    iMmap = memory.pointer(name + ".i_mmap", List.of());
    int firstPfn = frames.take(pages);
    List<Pointer<Folio>> cache = new ArrayList<>();
    for (int page = 0; page < pages; page++) {
      int index = page;
      Folio folio =
          memory.allocate("folio", () -> new Folio(memory, this, index, 1, firstPfn + index));
      frames.prepare(folio);
      cache.add(memory.pointer(name + ".i_pages[" + page + "]", folio));
    }
    iPages = List.copyOf(cache);
  }

  /** {@code vma_interval_tree_insert}. The caller holds {@code i_mmap_rwsem} for writing. */
  @Folded
  public void insert(VmArea vma) {
    List<VmArea> next = new ArrayList<>(iMmap.plain());
    insert(next, vma);
    iMmap.plain(List.copyOf(next));
  }

  /** {@code vma_interval_tree_remove}. The caller holds {@code i_mmap_rwsem} for writing. */
  @Folded
  public void remove(VmArea vma) {
    List<VmArea> next = new ArrayList<>(iMmap.plain());
    next.remove(vma);
    iMmap.plain(List.copyOf(next));
  }

  /**
   * Puts VMAs to the places of their new ranges, and takes others out. The caller holds {@code
   * i_mmap_rwsem} for writing since before a range changed.
   */
  @Folded
  public void update(List<VmArea> changed, List<VmArea> removed) {
    List<VmArea> next = new ArrayList<>(iMmap.plain());
    next.removeAll(changed);
    next.removeAll(removed);
    changed.forEach(vma -> insert(next, vma));
    iMmap.plain(List.copyOf(next));
  }

  @Folded
  private static void insert(List<VmArea> tree, VmArea vma) {
    long pgoff = vma.vmPgoff.plain();
    int at = tree.size();
    while (at > 0 && tree.get(at - 1).vmPgoff.plain() > pgoff) {
      at--;
    }
    tree.add(at, vma);
  }

  /** Its name in reports. */
  @Override
  public String toString() {
    return name;
  }
}
