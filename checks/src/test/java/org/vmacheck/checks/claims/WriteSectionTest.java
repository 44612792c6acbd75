package org.vmacheck.checks.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.sequential.SequentialMemory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.Mman;
import org.vmacheck.model.ops.Mmap;
import org.vmacheck.model.ops.UserAccess;
import org.vmacheck.model.pgtable.Geometry;
import org.vmacheck.model.release.Patches;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;
import org.vmacheck.model.release.Version;

/**
 * C03, C07, C08 and C23: any sequence of lock operations of one thread, next to a set of the VMAs
 * that are write-locked and a word for how mmap_lock is held.
 */
final class WriteSectionTest {

  private static final int VMAS = 3;

  /** What a thread does; the first three lock VMAs. */
  private enum Step {
    WRITE_LOCK_FIRST,
    WRITE_LOCK_SECOND,
    WRITE_LOCK_THIRD,
    MMAP_READ_LOCK,
    MMAP_WRITE_LOCK,
    MMAP_DOWNGRADE,
    MMAP_UNLOCK
  }

  private enum Mode {
    FREE,
    READ,
    WRITE
  }

  /** The kernel, and what the document says next to it. */
  private static final class Scene {
    /** Since 6.14 mm_lock_seq says whether there is a writer. */
    final boolean isSeqcount;

    final Kernel kernel;
    final MmStruct mm;
    final List<VmArea> vmas;
    Mode mode = Mode.FREE;
    final Set<Integer> locked = new HashSet<>();

    Scene(Release release) {
      isSeqcount = release.version().compareTo(Version.of("6.14")) >= 0;
      kernel = release.boot(new SequentialMemory());
      mm = kernel.newMm(Geometry.ofPages(2 * VMAS));
      IntStream.range(0, VMAS).forEach(this::map);
      vmas = IntStream.range(0, VMAS).mapToObj(i -> mm.mmMt.plain().walk(2L * i)).toList();
    }

    private void map(int index) {
      Mmap.Request request = Mmap.Request.anonymous(Mman.PROT_READ | Mman.PROT_WRITE).fixed();
      kernel.path(Mmap.class).mmap(mm, 2L * index, 1, request);
      // Before 6.10 a VMA without an anon_vma is not read-locked.
      kernel.path(UserAccess.class).write(mm, 2L * index, 1);
    }

    /** Makes a step that the mode allows; any other but a write lock is no program. */
    void take(Step step) {
      MmapLock lock = kernel.path(MmapLock.class);
      switch (step) {
        case MMAP_READ_LOCK -> {
          if (mode == Mode.FREE) {
            lock.mmapReadLock(mm);
            mode = Mode.READ;
          }
        }
        case MMAP_WRITE_LOCK -> {
          if (mode == Mode.FREE) {
            lock.mmapWriteLock(mm);
            mode = Mode.WRITE;
          }
        }
        case MMAP_DOWNGRADE -> {
          if (mode == Mode.WRITE) {
            lock.mmapWriteDowngrade(mm);
            mode = Mode.READ;
            locked.clear();
          }
        }
        case MMAP_UNLOCK -> unlock(lock);
        default -> writeLock(step.ordinal());
      }
    }

    private void unlock(MmapLock lock) {
      if (mode == Mode.READ) {
        lock.mmapReadUnlock(mm);
      } else if (mode == Mode.WRITE) {
        lock.mmapWriteUnlock(mm);
      }
      mode = Mode.FREE;
      locked.clear();
    }

    private void writeLock(int index) {
      VmaLock lock = kernel.path(VmaLock.class);
      if (mode == Mode.WRITE) {
        lock.vmaStartWrite(vmas.get(index));
        locked.add(index);
      } else {
        assertThatThrownBy(() -> lock.vmaStartWrite(vmas.get(index)))
            .as("C03")
            .isInstanceOf(KernelBug.class);
      }
    }

    /** What the kernel has and the document has not, or the other way round. */
    Optional<String> difference() {
      VmaLock lock = kernel.path(VmaLock.class);
      Set<Integer> found = new HashSet<>();
      for (int i = 0; i < VMAS; i++) {
        if (lock.isWriteLocked(vmas.get(i))) {
          found.add(i);
        }
      }
      if (!found.equals(locked)) {
        return Optional.of(found + " are write-locked, not " + locked);
      }
      boolean odd = mm.mmLockSeq.plain() % 2 != 0;
      if (isSeqcount && odd != (mode == Mode.WRITE)) {
        return Optional.of("mm_lock_seq is " + mm.mmLockSeq.plain() + ", mmap_lock is " + mode);
      }
      return unlockable();
    }

    /** Who does not hold mmap_lock can read-lock the VMAs that are not write-locked. */
    private Optional<String> unlockable() {
      VmaLock lock = kernel.path(VmaLock.class);
      for (int i = 0; i < VMAS; i++) {
        VmArea vma = lock.lockVmaUnderRcu(mm, 2L * i);
        if (vma != null) {
          lock.vmaEndRead(vma);
        }
        if ((vma == null) != locked.contains(i)) {
          return Optional.of("VMA " + i + (vma == null ? " cannot" : " can") + " be read-locked");
        }
      }
      return Optional.empty();
    }
  }

  private static Optional<String> difference(Release release, List<Step> steps) {
    Scene at = new Scene(release);
    for (Step step : steps) {
      at.take(step);
      Optional<String> difference = at.difference();
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  @Provide
  Arbitrary<List<Step>> programs() {
    return Arbitraries.of(Step.class).list().ofMinSize(1).ofMaxSize(20);
  }

  @Property(tries = 200)
  void vmasAreWriteLockedFromTheLockToTheNextUnlockOrDowngrade(
      @ForAll("programs") List<Step> steps) {
    for (Release release : Releases.all()) {
      assertThat(difference(release, steps)).as(release.name()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"downgrade-ends-write-locks", "store-lock-seq"})
  void aKernelWithoutOneOfTheStepsDiffers(String step) {
    Release mutant = Releases.newest().patched(Patches.named(step).orElseThrow());
    Stream<List<Step>> sections =
        Stream.of(
            List.of(Step.MMAP_WRITE_LOCK, Step.WRITE_LOCK_FIRST),
            List.of(Step.MMAP_WRITE_LOCK, Step.WRITE_LOCK_FIRST, Step.MMAP_DOWNGRADE));
    assertThat(sections).anyMatch(steps -> difference(mutant, steps).isPresent());
  }
}
