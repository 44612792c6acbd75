package org.vmacheck.model.ops;

import java.util.List;
import java.util.Random;
import org.vmacheck.model.Invariants;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.sequential.SequentialMemory;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.ops.Madvise.Advice;
import org.vmacheck.model.pgtable.Geometry;
import org.vmacheck.model.release.Release;

/**
 * Random system calls of one thread into an address space of 12 pages, with arguments in and out of
 * range. A number is a sequence.
 */
final class RandomCalls {

  private static final Geometry GEOMETRY = new Geometry(12, 4);

  private final Random random;
  private final Kernel kernel;
  private final List<AddressSpace> files;
  private MmStruct mm;

  /** What was called, to show in a failure. */
  private final StringBuilder called = new StringBuilder();

  RandomCalls(Release release, long seed) {
    random = new Random(seed);
    kernel = release.boot(new SequentialMemory());
    mm = kernel.newMm(GEOMETRY);
    files = List.of(kernel.newFile("file", 8), kernel.newShmem("shmem", 4));
  }

  void run(int calls) {
    for (int call = 0; call < calls; call++) {
      call();
    }
  }

  void checkInvariants() {
    new Invariants(kernel).check(mm);
  }

  @Override
  public String toString() {
    return called.toString();
  }

  /** A page, now and then outside of the address space. */
  private long page() {
    return random.nextInt(20) == 0 ? -1 : random.nextInt(13);
  }

  private long pages() {
    return random.nextInt(7);
  }

  private long prot() {
    return new long[] {0, 1, 3, 3, 3, 5}[random.nextInt(6)];
  }

  private void call() {
    long page = page();
    long pages = pages();
    int which = random.nextInt(16);
    called.append(which).append('(').append(page).append(',').append(pages).append(") ");
    switch (which) {
      case 0, 1, 2 -> kernel.path(Mmap.class).mmap(mm, page, pages, request());
      case 3 -> kernel.path(Munmap.class).munmap(mm, page, pages);
      case 4 -> kernel.path(Mprotect.class).mprotect(mm, page, pages, prot());
      case 5 -> advise(page, pages, Advice.GUARD_INSTALL);
      case 6, 7 -> advise(page, pages, Advice.values()[random.nextInt(Advice.values().length)]);
      case 8 -> kernel.path(Mlock.class).mlock(mm, page, pages);
      case 9 -> mlock2OrMunlock(page, pages);
      case 10 ->
          kernel
              .path(Mremap.class)
              .mremap(mm, page, pages, random.nextBoolean() ? pages : pages(), flags(), page());
      case 11 -> fork();
      case 12 -> kernel.path(UserAccess.class).read(mm, page);
      case 13 -> kernel.path(UserAccess.class).write(mm, page, 1 + random.nextInt(9));
      case 14 -> smapsOrMbind(page, pages);
      default ->
          kernel
              .path(Khugepaged.class)
              .collapseFile(files.get(random.nextInt(2)), 4L * random.nextInt(2), GEOMETRY);
    }
  }

  private void smapsOrMbind(long page, long pages) {
    if (random.nextBoolean()) {
      kernel.path(Smaps.class).smaps(mm, page);
    } else {
      kernel.path(Mbind.class).mbind(mm, page, pages, random.nextBoolean() ? "bind:0" : null);
    }
  }

  private void mlock2OrMunlock(long page, long pages) {
    if (random.nextBoolean()) {
      kernel.path(Mlock.class).mlock2(mm, page, pages);
    } else {
      kernel.path(Mlock.class).munlock(mm, page, pages);
    }
  }

  private void advise(long page, long pages, Advice advice) {
    kernel.path(Madvise.class).madvise(mm, page, pages, advice);
  }

  private Mmap.Request request() {
    AddressSpace file = random.nextInt(3) == 0 ? null : files.get(random.nextInt(2));
    long flags = random.nextBoolean() ? Mman.MAP_SHARED : Mman.MAP_PRIVATE;
    if (file == null) {
      flags = Mman.MAP_PRIVATE;
    }
    long placement = new long[] {0, Mman.MAP_FIXED, Mman.MAP_FIXED_NOREPLACE}[random.nextInt(3)];
    return new Mmap.Request(prot(), flags | placement, file, file == null ? 0 : random.nextInt(5));
  }

  private long flags() {
    return new long[] {0, 1, 3, 3, 5, 7}[random.nextInt(6)];
  }

  /** The parent or the child goes on; the other one unmaps everything. */
  private void fork() {
    MmStruct child = kernel.path(Fork.class).dupMmap(mm);
    if (child != null) {
      MmStruct ends = random.nextBoolean() ? child : mm;
      mm = ends == child ? mm : child;
      kernel.path(Munmap.class).munmap(ends, 0, GEOMETRY.pages());
    }
  }
}
