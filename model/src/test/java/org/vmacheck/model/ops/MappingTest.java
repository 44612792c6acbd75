package org.vmacheck.model.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vmacheck.model.World.NONE;
import static org.vmacheck.model.World.READ;
import static org.vmacheck.model.World.READ_WRITE;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vmacheck.model.World;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.ops.Mmap.Request;
import org.vmacheck.model.release.Releases;

/** mmap, munmap, mprotect, faults and smaps as one thread sees them. */
final class MappingTest {

  private World world;

  @BeforeEach
  void anAddressSpace() {
    world = World.of(Releases.of("6.18"), 8);
  }

  @Test
  void withoutAHintTheHighestHoleIsTaken() {
    world.map(6, 2, READ);
    long start =
        world
            .kernel
            .path(Mmap.class)
            .mmap(world.mm, Mmap.NO_HINT, 2, Request.anonymous(READ_WRITE));
    assertThat(start).isEqualTo(4);
  }

  @Test
  void aHintThatIsTakenIsJustAWish() {
    world.map(2, 2, READ);
    assertThat(world.kernel.path(Mmap.class).mmap(world.mm, 3, 2, Request.anonymous(READ_WRITE)))
        .isEqualTo(6);
    assertThat(world.kernel.path(Mmap.class).mmap(world.mm, 4, 1, Request.anonymous(READ_WRITE)))
        .isEqualTo(4);
  }

  @Test
  void noreplaceRefusesWhatIsTaken() {
    world.map(2, 2, READ);
    Request request = new Request(READ, Mman.MAP_PRIVATE | Mman.MAP_FIXED_NOREPLACE, null, 0);
    assertThat(world.kernel.path(Mmap.class).mmap(world.mm, 3, 2, request))
        .isEqualTo(-Errno.EEXIST);
    assertThat(world.maps()).isEqualTo("2-4 r-");
  }

  @Test
  void nothingAndTooMuchCannotBeMapped() {
    assertThat(world.kernel.path(Mmap.class).mmap(world.mm, 0, 0, Request.anonymous(READ)))
        .isEqualTo(-Errno.EINVAL);
    assertThat(world.kernel.path(Mmap.class).mmap(world.mm, 0, 9, Request.anonymous(READ)))
        .isEqualTo(-Errno.ENOMEM);
    assertThat(world.kernel.path(Mmap.class).mmap(world.mm, 7, 2, Request.anonymous(READ).fixed()))
        .isEqualTo(-Errno.ENOMEM);
  }

  @Test
  void aFixedMappingReplacesWhatIsThere() {
    world.map(0, 6, READ_WRITE);
    world.write(3, 4);
    world.map(2, 2, READ);
    assertThat(world.maps()).isEqualTo("0-2 rw, 2-4 r-, 4-6 rw");
    assertThat(world.read(3)).isZero();
  }

  @Test
  void unmappingSplitsAtBothBordersAndFreesWhatOnlyItUsed() {
    world.map(0, 8, READ_WRITE);
    for (int page = 0; page < 8; page++) {
      world.write(page, page);
    }
    assertThat(world.unmap(1, 4)).isZero();
    assertThat(world.maps()).isEqualTo("0-1 rw, 5-8 rw");
    assertThat(world.pages()).isEqualTo("p....ppp");
    assertThat(world.mm.pageTables.pmd(2).entry.plain()).isNull();
    assertThat(world.mm.pageTables.pmd(0).entry.plain()).isNotNull();
    assertThat(world.mm.pageTables.pmd(4).entry.plain()).isNotNull();
    assertThat(world.read(5)).isEqualTo(5);
    assertThat(world.read(4)).isEqualTo(UserAccess.SIGSEGV);
  }

  @Test
  void unmappingNothingIsAnErrorAndUnmappingAHoleIsNone() {
    assertThat(world.unmap(0, 0)).isEqualTo(-Errno.EINVAL);
    assertThat(world.unmap(7, 2)).isEqualTo(-Errno.EINVAL);
    assertThat(world.unmap(0, 8)).isZero();
  }

  @Test
  void aReadOnlyMappingRefusesStoresAndWriteAccessComesBack() {
    world.map(0, 2, READ_WRITE);
    world.write(0, 3);
    world.protect(0, 2, READ);
    assertThat(world.write(0, 4)).isEqualTo(UserAccess.SIGSEGV);
    assertThat(world.read(0)).isEqualTo(3);
    world.protect(0, 2, NONE);
    assertThat(world.read(0)).isEqualTo(UserAccess.SIGSEGV);
    world.protect(0, 2, READ_WRITE);
    assertThat(world.write(0, 5)).isZero();
    assertThat(world.read(0)).isEqualTo(5);
  }

  @Test
  void protectingStopsAtAHoleAndSaysSo() {
    world.map(0, 2, READ_WRITE);
    world.map(4, 2, READ_WRITE);
    assertThat(world.protect(0, 6, READ)).isEqualTo(-Errno.ENOMEM);
    assertThat(world.maps()).isEqualTo("0-2 r-, 4-6 rw");
  }

  @Test
  void aMappingThatMayNeverBeWrittenStaysSo() {
    world.map(0, 2, READ);
    world.vma(0).vmFlags.plain(world.vma(0).vmFlags.plain() & ~VmFlags.MAYWRITE);
    assertThat(world.protect(0, 2, READ_WRITE)).isEqualTo(-Errno.EACCES);
  }

  @Test
  void aSharedFileIsSeenByEveryMappingAndAPrivateOneKeepsItsCopy() {
    AddressSpace file = world.kernel.newFile("file", 2);
    world.mapShared(file, 0, 0, 2, READ_WRITE);
    world.mapPrivate(file, 0, 4, 2, READ_WRITE);
    world.write(0, 6);
    assertThat(world.read(4)).isEqualTo(6);
    world.write(4, 7);
    world.write(0, 8);
    assertThat(world.read(4)).isEqualTo(7);
    assertThat(world.read(0)).isEqualTo(8);
  }

  @Test
  void anAccessBehindTheEndOfTheFileIsABusError() {
    AddressSpace file = world.kernel.newFile("file", 1);
    world.mapShared(file, 0, 0, 2, READ);
    assertThat(world.read(1)).isEqualTo(UserAccess.SIGBUS);
  }

  @Test
  void neighboursShareAnAnonVmaSoThatTheyCanBeMergedLater() {
    world.map(0, 4, READ_WRITE);
    world.protect(2, 2, READ);
    world.write(0, 1);
    world.protect(2, 2, READ_WRITE);
    assertThat(world.maps()).isEqualTo("0-4 rw");
  }

  @Test
  void smapsPrintsTheFlagsAndCountsThePages() {
    world.map(0, 4, READ_WRITE);
    world.write(1, 1);
    world.guard(2, 1);
    Smaps.Entry entry = world.kernel.path(Smaps.class).smaps(world.mm, 3);
    assertThat(entry.start()).isZero();
    assertThat(entry.end()).isEqualTo(4);
    assertThat(entry.rss()).isEqualTo(1);
    assertThat(VmFlags.toString(entry.flags())).isEqualTo("rd wr mr mw me gu ac sd");
    assertThat(world.kernel.path(Smaps.class).smaps(world.mm, 4)).isNull();
  }
}
