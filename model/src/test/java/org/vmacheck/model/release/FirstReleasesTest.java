package org.vmacheck.model.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vmacheck.model.OneProcess.READ_WRITE;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vmacheck.model.OneProcess;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.Errno;
import org.vmacheck.model.ops.Mmap;
import org.vmacheck.model.ops.Mseal;
import org.vmacheck.model.ops.PagemapScan;
import org.vmacheck.model.ops.UffdMove;
import org.vmacheck.model.ops.UserAccess;
import org.vmacheck.model.ops.Userfaultfd;

/** What 6.4 and 6.6, the first with a lock in each VMA, did not do yet. */
final class FirstReleasesTest {

  /** Of which VMAs faults take the lock, and which are left to mmap_lock. */
  @ParameterizedTest
  @CsvSource({
    "6.4,  true, false, false, false",
    "6.6,  true, false, true,  true",
    "6.12, true, true,  true,  true"
  })
  void eachReleaseLocksMoreVmasForAFault(
      String release, boolean written, boolean fresh, boolean file, boolean registered) {
    assertThat(isLocked(release, world -> {})).as("written").isEqualTo(written);
    assertThat(isLockedAt(1, release, FirstReleasesTest::mapFresh)).as("fresh").isEqualTo(fresh);
    assertThat(isLockedAt(1, release, FirstReleasesTest::mapFile)).as("file").isEqualTo(file);
    assertThat(isLocked(release, FirstReleasesTest::register))
        .as("registered")
        .isEqualTo(registered);
  }

  private static void mapFresh(OneProcess world) {
    world.map(1, 1, 0);
  }

  private static void mapFile(OneProcess world) {
    world
        .kernel
        .path(Mmap.class)
        .mmap(
            world.mm,
            1,
            1,
            Mmap.Request.shared(world.kernel.newFile("f", 1), 0, READ_WRITE).fixed());
  }

  private static void register(OneProcess world) {
    world.kernel.path(Userfaultfd.class).userfaultfdRegister(world.mm, 0, 1);
  }

  private static boolean isLocked(String release, Consumer<OneProcess> then) {
    return isLockedAt(0, release, then);
  }

  /** Whether the VMA of the page can be locked, next to one at page 0 that was written. */
  private static boolean isLockedAt(long page, String release, Consumer<OneProcess> then) {
    OneProcess world = OneProcess.of(Releases.of(release), 2);
    world.map(0, 1, READ_WRITE);
    world.kernel.path(UserAccess.class).write(world.mm, 0, 7);
    then.accept(world);
    VmaLock vmaLock = world.kernel.path(VmaLock.class);
    VmArea vma = vmaLock.lockVmaUnderRcu(world.mm, page);
    if (vma == null) {
      return false;
    }
    vmaLock.vmaEndRead(vma);
    return true;
  }

  @Test
  void whatCameLaterIsRefused() {
    for (String release : new String[] {"6.4", "6.6"}) {
      OneProcess world = OneProcess.of(Releases.of(release), 2);
      world.map(0, 1, READ_WRITE);
      assertThat(world.kernel.path(Mseal.class).mseal(world.mm, 0, 1)).isEqualTo(-Errno.ENOSYS);
      assertThat(world.kernel.path(UffdMove.class).move(world.mm, 1, 0)).isEqualTo(-Errno.EINVAL);
      assertThat(world.kernel.path(PagemapScan.class).doPagemapScan(world.mm, 0, 1))
          .isEqualTo(-Errno.ENOTTY);
    }
  }
}
