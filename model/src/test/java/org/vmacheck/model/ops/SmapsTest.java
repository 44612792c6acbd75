package org.vmacheck.model.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vmacheck.model.OneProcess.READ;
import static org.vmacheck.model.OneProcess.READ_WRITE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vmacheck.model.Invariants;
import org.vmacheck.model.OneProcess;
import org.vmacheck.model.locking.NextVma;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.pgtable.PageTables;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.release.Patch;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/** Which lock keeps a VMA in place while smaps looks at it. */
final class SmapsTest {

  /** Looks at what is held during a walk over page tables. */
  static class Watched extends PteMap {

    private Runnable look = () -> {};

    Watched(Memory memory) {
      super(memory);
    }

    @Override
    public void walkPageRange(PageTables tables, long start, long end, Consumer<Word> pteEntry) {
      look.run();
      super.walkPageRange(tables, start, end, pteEntry);
    }
  }

  private static OneProcess twoMappings(Release release) {
    OneProcess world = OneProcess.of(release, 8);
    world.map(0, 2, READ);
    world.map(4, 2, READ_WRITE);
    world.write(4, 1);
    return world;
  }

  @ParameterizedTest
  @CsvSource({"6.18, true, 1", "7.1, true, 1", "7.2, false, 2", "7.3, false, 2"})
  void sinceSevenTwoItIsTheVmaLock(String release, boolean mmapLock, long refcnt) {
    OneProcess world = twoMappings(Releases.of(release).patched(Patch.of(Watched.class)));
    List<Object> held = new ArrayList<>();
    ((Watched) world.kernel.path(PteMap.class)).look =
        () -> {
          held.add(world.mm.mmapLock.heldByMe());
          held.add(world.vma(4).vmRefcnt.plain());
        };
    Smaps.Entry entry = world.kernel.path(Smaps.class).smaps(world.mm, 5);
    assertThat(held).containsExactly(mmapLock, refcnt);
    assertThat(entry.start()).isEqualTo(4);
    assertThat(entry.rss()).isEqualTo(1);
    new Invariants(world.kernel).check(world.mm);
  }

  @Test
  void aPageThatIsNotMappedHasNoEntry() {
    OneProcess world = twoMappings(Releases.newest());
    assertThat(world.kernel.path(Smaps.class).smaps(world.mm, 3)).isNull();
    assertThat(world.kernel.path(Smaps.class).smaps(world.mm, 7)).isNull();
    new Invariants(world.kernel).check(world.mm);
  }

  private static VmArea next(OneProcess world, long from) {
    world.kernel.memory().rcu().readLock();
    VmArea vma = world.kernel.path(NextVma.class).lockNextVma(world.mm, from);
    world.kernel.memory().rcu().readUnlock();
    if (vma != null) {
      assertThat(vma.vmRefcnt.plain()).isEqualTo(2);
      world.kernel.path(VmaLock.class).vmaEndRead(vma);
    }
    return vma;
  }

  @Test
  void theNextVmaIsTheOneAtThePageOrTheFirstAboveIt() {
    OneProcess world = twoMappings(Releases.newest());
    assertThat(next(world, 1)).isSameAs(world.vma(0));
    assertThat(next(world, 2)).isSameAs(world.vma(4));
    assertThat(next(world, 6)).isNull();
  }

  @Test
  void aVmaThatLooksWriteLockedIsLockedUnderMmapLock() {
    OneProcess world = twoMappings(Releases.newest());
    world.vma(4).vmLockSeq.plain(world.mm.mmLockSeq.plain());
    assertThat(next(world, 4)).isSameAs(world.vma(4));
    assertThat(world.mm.mmapLock.heldByMe()).isFalse();
  }
}
