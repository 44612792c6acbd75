package org.vmacheck.model.patches;

import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.AnonPgoff;
import org.vmacheck.model.ops.MergePredicates;
import org.vmacheck.model.ops.VmaMergeStruct;
import org.vmacheck.model.release.Commit;

/**
 * Before it, the copied pages of a private file mapping are counted by their offset in the file, so
 * one that was written and moved merges with what continues it in the file.
 *
 * <pre>
 *   f+0, f+1 written      mremap to the right       mmap of f+0
 *   |AB......|            |.AB.....|                until 7.2  |fAB.....|  one VMA
 *                                                   from 7.3   |fAB.....|  two VMAs
 * </pre>
 */
@Commit(
    id = "anonymous page offsets of MAP_PRIVATE file mappings",
    release = "7.3",
    sentence = "private file mappings count their anonymous pages apart from the file's")
public final class CountAnonPagesApart {

  private CountAnonPagesApart() {}

  /** There is one offset, {@code vm_pgoff}. */
  public static class Offset extends AnonPgoff {

    @Override
    @Folded
    public long vmaStartAnonPgoff(VmArea vma) {
      return 0;
    }

    @Override
    @Folded
    public void vmaSetAnonPgoff(VmArea vma, long pgoff) {
      // There is no such field.
    }

    @Override
    @Folded
    public long linearAnonPageIndex(VmArea vma, long page) {
      return 0;
    }

    @Override
    @Folded
    public boolean isAdjacent(VmArea below, VmArea above) {
      return true;
    }
  }

  /** A merge looks at {@code vm_pgoff} alone. */
  public static class Predicates extends MergePredicates {

    @Override
    protected boolean needsAdjacentAnonPgoff(VmaMergeStruct vmg) {
      return false;
    }
  }
}
