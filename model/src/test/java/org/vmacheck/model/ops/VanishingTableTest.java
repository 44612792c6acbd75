package org.vmacheck.model.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vmacheck.model.OneProcess.READ;
import static org.vmacheck.model.OneProcess.READ_WRITE;

import org.junit.jupiter.api.Test;
import org.vmacheck.model.Invariants;
import org.vmacheck.model.OneProcess;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.pgtable.PageTables;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.release.Patch;
import org.vmacheck.model.release.Releases;

/** Page tables that are retracted between the moment they are made and the moment they are used. */
final class VanishingTableTest {

  /** Whoever makes a table finds that somebody has taken it away again, a few times. */
  static class Retracted extends PteMap {

    private int times;

    Retracted(Memory memory) {
      super(memory);
    }

    @Override
    public void pteAlloc(PageTables tables, long page) {
      super.pteAlloc(tables, page);
      if (times > 0) {
        times--;
        pteFreeDefer(tables.pmd(page).entry.plain());
        tables.pmd(page).entry.writeOnce(null);
      }
    }
  }

  private final OneProcess world =
      OneProcess.of(Releases.newest().patched(Patch.of(Retracted.class)), 8);
  private final Retracted retracted = (Retracted) world.kernel.path(PteMap.class);
  private final AddressSpace file = world.kernel.newFile("file", 4);

  private long mremap(long from, long pages, long to) {
    long flags = Mman.MREMAP_MAYMOVE | Mman.MREMAP_FIXED;
    return world.kernel.path(Mremap.class).mremap(world.mm, from, pages, pages, flags, to);
  }

  @Test
  void mremapMakesTheDestinationsTableAgain() {
    world.mapShared(file, 0, 0, 2, READ_WRITE);
    world.write(0, 5);
    world.guard(1, 1);
    retracted.times = 2;
    assertThat(mremap(0, 2, 5)).isEqualTo(5);
    assertThat(world.pages()).isEqualTo(".....pg.");
    new Invariants(world.kernel).check(world.mm);
  }

  @Test
  void aTableThatFitsIsMovedAsAWhole() {
    world.mapShared(file, 0, 0, 2, READ_WRITE);
    world.write(0, 5);
    world.guard(1, 1);
    var table = world.mm.pageTables.pmd(0).entry.plain();
    assertThat(mremap(0, 2, 4)).isEqualTo(4);
    assertThat(world.pages()).isEqualTo("....pg..");
    assertThat(world.mm.pageTables.pmd(4).entry.plain()).isSameAs(table);
    assertThat(world.read(4)).isEqualTo(5);
  }

  @Test
  void forkFailsIfTheChildsTableIsGoneAndLeavesNothingBehind() {
    world.map(0, 2, READ_WRITE);
    world.mapShared(file, 0, 4, 4, READ);
    world.guard(5, 1);
    retracted.times = 1;
    MmStruct child = world.kernel.path(Fork.class).dupMmap(world.mm);
    assertThat(child).isNull();
    assertThat(file.iMmap.plain()).containsExactly(world.vma(4));
    assertThat(world.pages()).isEqualTo(".....g..");
    assertThat(world.mm.mmapLock.heldByMe()).isFalse();
    assertThat(world.kernel.path(Fork.class).dupMmap(world.mm)).isNotNull();
  }
}
