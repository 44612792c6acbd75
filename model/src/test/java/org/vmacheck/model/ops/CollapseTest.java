package org.vmacheck.model.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vmacheck.model.OneProcess.READ_WRITE;

import org.junit.jupiter.api.Test;
import org.vmacheck.model.OneProcess;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.Folio;
import org.vmacheck.model.ops.Khugepaged.ScanResult;
import org.vmacheck.model.pgtable.Geometry;
import org.vmacheck.model.release.Patches;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/** What khugepaged does with folios that somebody else is at work on. */
final class CollapseTest {

  private OneProcess world = OneProcess.of(Releases.newest(), 2);
  private AddressSpace file = world.kernel.newFile("file", 2);

  private Folio folio(int page) {
    return file.iPages.get(page).plain();
  }

  private ScanResult collapse() {
    return world.kernel.path(Khugepaged.class).collapseFile(file, 0, Geometry.ofPages(2));
  }

  private void mapTwoPages() {
    world.mapShared(file, 0, 0, 2, READ_WRITE);
    world.write(0, 5);
    world.write(1, 6);
  }

  @Test
  void aCollapseReplacesTheFoliosAndTakesTheTableAway() {
    mapTwoPages();
    assertThat(collapse()).isEqualTo(ScanResult.SUCCEED);
    assertThat(folio(0)).isSameAs(folio(1));
    assertThat(world.mm.pageTables.pmd(0).entry.plain()).isNull();
    assertThat(world.read(0)).isEqualTo(5);
    assertThat(collapse()).isEqualTo(ScanResult.PTE_MAPPED_HUGEPAGE);
    // Two pages in the page cache, and the entry of the one that was read.
    assertThat(folio(0).refCount.plain()).isEqualTo(3);
    assertThat(folio(0).mapCount.plain()).isEqualTo(1);
    assertThat(folio(0).locked.plain()).isZero();
  }

  @Test
  void aCollapseGivesUpAtALockedFolioAndWhatItUnmappedStaysUnmapped() {
    mapTwoPages();
    folio(1).folioLock();
    Folio first = folio(0);
    assertThat(collapse()).isEqualTo(ScanResult.PAGE_LOCK);
    assertThat(world.pages()).isEqualTo(".p");
    assertThat(folio(0)).isSameAs(first);
    assertThat(first.locked.plain()).isZero();
    assertThat(first.refCount.plain()).isEqualTo(1);
  }

  @Test
  void aCollapseGivesUpIfSomebodyElseHasAReference() {
    mapTwoPages();
    Folio second = folio(1);
    second.folioGet();
    assertThat(collapse()).isEqualTo(ScanResult.PAGE_COUNT);
    assertThat(world.pages()).isEqualTo("..");
    assertThat(folio(1)).isSameAs(second);
    assertThat(second.locked.plain()).isZero();
    second.folioPut();
    assertThat(collapse()).isEqualTo(ScanResult.SUCCEED);
  }

  @Test
  void aFileFaultMakesItsTableOnlyOnceItHasTheFolioLocked() {
    world.mapShared(file, 0, 0, 2, READ_WRITE);
    folio(0).folioLock();
    assertThatThrownBy(() -> world.read(0)).isInstanceOf(KernelBug.class);
    assertThat(world.mm.pageTables.pmd(0).entry.plain()).isNull();
  }

  @Test
  void faultAroundLeavesOutWhatIsLocked() {
    Release around = Releases.newest().patched(Patches.named("fault-around").orElseThrow());
    world = OneProcess.of(around, 2);
    file = world.kernel.newFile("file", 2);
    world.mapShared(file, 0, 0, 2, READ_WRITE);
    folio(1).folioLock();
    assertThat(world.read(0)).isZero();
    assertThat(world.pages()).isEqualTo("p.");
    folio(1).folioUnlock();
    world.dontneed(0, 1);
    assertThat(world.read(0)).isZero();
    assertThat(world.pages()).isEqualTo("pp");
    assertThat(folio(0).refCount.plain()).isEqualTo(2);
    assertThat(folio(0).locked.plain()).isZero();
  }
}
