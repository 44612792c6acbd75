package org.vmacheck.model.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vmacheck.model.OneProcess.READ;
import static org.vmacheck.model.OneProcess.READ_WRITE;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vmacheck.model.OneProcess;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;
import org.vmacheck.model.release.Patch;
import org.vmacheck.model.release.Releases;

/** When munmap frees page tables. */
final class FreePgtablesTest {

  /** Counts the VMAs that a walk over the file still finds whenever a table is freed. */
  static class Freed extends PteMap {

    private AddressSpace file;
    private final List<Integer> reachable = new ArrayList<>();

    Freed(Memory memory) {
      super(memory);
    }

    @Override
    public void pteFreeDefer(PteTable table) {
      reachable.add(file.iMmap.plain().size());
      super.pteFreeDefer(table);
    }
  }

  private final OneProcess world =
      OneProcess.of(Releases.newest().patched(Patch.of(Freed.class)), 10);
  private final Freed freed = (Freed) world.kernel.path(PteMap.class);

  FreePgtablesTest() {
    freed.file = world.kernel.newFile("file", 10);
  }

  /** A shared mapping at the same pages as in the file, with everything present. */
  private void map(long start, long pages, long prot) {
    world.mapShared(freed.file, start, start, pages, prot);
    for (long page = start; page < start + pages; page++) {
      world.read(page);
    }
  }

  @Test
  void aTableGoesOnlyWhenNoVmaThatSharesItCanBeFound() {
    map(0, 1, READ);
    map(1, 3, READ_WRITE);
    world.unmap(0, 10);
    assertThat(freed.reachable).containsExactly(0, 0);
  }

  @Test
  void vmasThatAreLessThanATableApartAreUnlinkedTogether() {
    map(0, 2, READ);
    map(4, 2, READ);
    world.unmap(0, 10);
    assertThat(freed.reachable).containsExactly(0, 0);
  }

  @Test
  void vmasThatAreFurtherApartAreUnlinkedOneAfterTheOther() {
    map(0, 2, READ);
    map(6, 2, READ);
    world.unmap(0, 10);
    assertThat(freed.reachable).containsExactly(1, 0);
  }

  @Test
  void aTableThatANeighbourUsesStays() {
    map(0, 3, READ);
    map(3, 3, READ_WRITE);
    world.unmap(0, 3);
    assertThat(freed.reachable).containsExactly(1);
    assertThat(world.pages()).isEqualTo("...ppp....");
  }
}
