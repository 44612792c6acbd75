package org.vmacheck.checks.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.ops.Errno;
import org.vmacheck.model.ops.Mman;
import org.vmacheck.model.ops.Mmap;
import org.vmacheck.model.ops.Mmap.Request;
import org.vmacheck.model.ops.Smaps;
import org.vmacheck.model.ops.UserAccess;
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
    world.call("mmap(6, 2, PROT_READ, MAP_FIXED)");
    // no call says "anywhere": page 0 of the model is a page like any other
    Request request = Request.anonymous(Mman.PROT_READ);
    assertThat(world.kernel.path(Mmap.class).mmap(world.mm, Mmap.NO_HINT, 2, request)).isEqualTo(4);
  }

  @Test
  void aHintThatIsTakenIsJustAWish() {
    world.call("mmap(2, 2, PROT_READ, MAP_FIXED)");
    assertThat(world.call("mmap(3, 2, PROT_READ|PROT_WRITE)")).isEqualTo(6);
    assertThat(world.call("mmap(4, 1, PROT_READ|PROT_WRITE)")).isEqualTo(4);
    assertThat(world.call("mmap(0, 1, PROT_READ|PROT_WRITE)")).isZero();
  }

  @Test
  void noreplaceRefusesWhatIsTaken() {
    world.call("mmap(2, 2, PROT_READ, MAP_FIXED)");
    assertThat(world.call("mmap(3, 2, PROT_READ, MAP_FIXED_NOREPLACE)")).isEqualTo(-Errno.EEXIST);
    assertThat(world.maps()).isEqualTo("2-4 r-");
  }

  @Test
  void nothingAndTooMuchCannotBeMapped() {
    assertThat(world.call("mmap(0, 0, PROT_READ)")).isEqualTo(-Errno.EINVAL);
    assertThat(world.call("mmap(0, 9, PROT_READ)")).isEqualTo(-Errno.ENOMEM);
    assertThat(world.call("mmap(7, 2, PROT_READ, MAP_FIXED)")).isEqualTo(-Errno.ENOMEM);
  }

  @Test
  void aFixedMappingReplacesWhatIsThere() {
    world.call("mmap(0, 6, PROT_READ|PROT_WRITE, MAP_FIXED)");
    world.call("write(3, 4)");
    world.call("mmap(2, 2, PROT_READ, MAP_FIXED)");
    assertThat(world.maps()).isEqualTo("0-2 rw, 2-4 r-, 4-6 rw");
    assertThat(world.call("read(3)")).isZero();
  }

  @Test
  void unmappingSplitsAtBothBordersAndFreesWhatOnlyItUsed() {
    world.call("mmap(0, 8, PROT_READ|PROT_WRITE, MAP_FIXED)");
    for (int page = 0; page < 8; page++) {
      world.call("write(" + page + ", " + page + ")");
    }
    assertThat(world.call("munmap(1, 4)")).isZero();
    assertThat(world.maps()).isEqualTo("0-1 rw, 5-8 rw");
    assertThat(world.pages()).isEqualTo("p....ppp");
    assertThat(world.mm.pageTables.pmd(2).entry.plain()).isNull();
    assertThat(world.mm.pageTables.pmd(0).entry.plain()).isNotNull();
    assertThat(world.mm.pageTables.pmd(4).entry.plain()).isNotNull();
    assertThat(world.call("read(5)")).isEqualTo(5);
    assertThat(world.call("read(4)")).isEqualTo(UserAccess.SIGSEGV);
  }

  @Test
  void unmappingNothingIsAnErrorAndUnmappingAHoleIsNone() {
    assertThat(world.call("munmap(0, 0)")).isEqualTo(-Errno.EINVAL);
    assertThat(world.call("munmap(7, 2)")).isEqualTo(-Errno.EINVAL);
    assertThat(world.call("munmap(0, 8)")).isZero();
  }

  @Test
  void aReadOnlyMappingRefusesStoresAndWriteAccessComesBack() {
    world.call("mmap(0, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");
    world.call("write(0, 3)");
    world.call("mprotect(0, 2, PROT_READ)");
    assertThat(world.call("write(0, 4)")).isEqualTo(UserAccess.SIGSEGV);
    assertThat(world.call("read(0)")).isEqualTo(3);
    world.call("mprotect(0, 2, PROT_NONE)");
    assertThat(world.call("read(0)")).isEqualTo(UserAccess.SIGSEGV);
    world.call("mprotect(0, 2, PROT_READ|PROT_WRITE)");
    assertThat(world.call("write(0, 5)")).isZero();
    assertThat(world.call("read(0)")).isEqualTo(5);
  }

  @Test
  void protectingStopsAtAHoleAndSaysSo() {
    world.call("mmap(0, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");
    world.call("mmap(4, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");
    assertThat(world.call("mprotect(0, 6, PROT_READ)")).isEqualTo(-Errno.ENOMEM);
    assertThat(world.maps()).isEqualTo("0-2 r-, 4-6 rw");
  }

  @Test
  void aMappingThatMayNeverBeWrittenStaysSo() {
    world.call("mmap(0, 2, PROT_READ, MAP_FIXED)");
    world.vma(0).vmFlags.plain(world.vma(0).vmFlags.plain() & ~VmFlags.MAYWRITE);
    assertThat(world.call("mprotect(0, 2, PROT_READ|PROT_WRITE)")).isEqualTo(-Errno.EACCES);
  }

  @Test
  void aSharedFileIsSeenByEveryMappingAndAPrivateOneKeepsItsCopy() {
    world.file("f", 2);
    world.call("mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_FIXED, f)");
    world.call("mmap(4, 2, PROT_READ|PROT_WRITE, MAP_FIXED, f)");
    world.call("write(0, 6)");
    assertThat(world.call("read(4)")).isEqualTo(6);
    world.call("write(4, 7)");
    world.call("write(0, 8)");
    assertThat(world.call("read(4)")).isEqualTo(7);
    assertThat(world.call("read(0)")).isEqualTo(8);
  }

  @Test
  void anAccessAfterTheEndOfTheFileIsABusError() {
    world.file("f", 1);
    world.call("mmap(0, 2, PROT_READ, MAP_SHARED|MAP_FIXED, f)");
    assertThat(world.call("read(1)")).isEqualTo(UserAccess.SIGBUS);
  }

  @Test
  void neighboursShareAnAnonVmaSoThatTheyCanBeMergedLater() {
    world.call("mmap(0, 4, PROT_READ|PROT_WRITE, MAP_FIXED)");
    world.call("mprotect(2, 2, PROT_READ)");
    world.call("write(0, 1)");
    world.call("mprotect(2, 2, PROT_READ|PROT_WRITE)");
    assertThat(world.maps()).isEqualTo("0-4 rw");
  }

  @Test
  void smapsPrintsTheFlagsAndCountsThePages() {
    world.call("mmap(0, 4, PROT_READ|PROT_WRITE, MAP_FIXED)");
    world.call("write(1, 1)");
    world.call("madvise(2, 1, MADV_GUARD_INSTALL)");
    Smaps.Entry entry = world.kernel.path(Smaps.class).smaps(world.mm, 3);
    assertThat(entry.start()).isZero();
    assertThat(entry.end()).isEqualTo(4);
    assertThat(entry.rss()).isEqualTo(1);
    assertThat(VmFlags.toString(entry.flags())).isEqualTo("rd wr mr mw me gu ac sd");
    assertThat(world.kernel.path(Smaps.class).smaps(world.mm, 4)).isNull();
  }
}
