package org.vmacheck.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaFlagAccess;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.PageFrames;
import org.vmacheck.model.ops.Fork;
import org.vmacheck.model.ops.FreePgtables;
import org.vmacheck.model.ops.GuardRegions;
import org.vmacheck.model.ops.Khugepaged;
import org.vmacheck.model.ops.Madvise;
import org.vmacheck.model.ops.MadviseFlags;
import org.vmacheck.model.ops.MadviseGuardUnderVmaLock;
import org.vmacheck.model.ops.MergePredicates;
import org.vmacheck.model.ops.Mlock;
import org.vmacheck.model.ops.Mmap;
import org.vmacheck.model.ops.MoveVma;
import org.vmacheck.model.ops.Mprotect;
import org.vmacheck.model.ops.Mremap;
import org.vmacheck.model.ops.Munmap;
import org.vmacheck.model.ops.PageFault;
import org.vmacheck.model.ops.Populate;
import org.vmacheck.model.ops.Rmap;
import org.vmacheck.model.ops.Smaps;
import org.vmacheck.model.ops.UserAccess;
import org.vmacheck.model.ops.VmaAlloc;
import org.vmacheck.model.ops.VmaIterator;
import org.vmacheck.model.ops.VmaMerge;
import org.vmacheck.model.ops.VmaMergeSamplesUnderLock;
import org.vmacheck.model.ops.VmaModify;
import org.vmacheck.model.ops.VmaSplit;
import org.vmacheck.model.ops.Zap;
import org.vmacheck.model.pgtable.Geometry;
import org.vmacheck.model.pgtable.PteMap;

/**
 * The kernel's paths wired together on one memory. A {@link Release} says which; a variant is a
 * release with one path replaced.
 */
public final class Kernel {

  private final Memory memory;
  private final PageFrames frames;
  private final VmaLock vmaLock;
  private final MmapLock mmapLock;
  private final VmaFlagAccess vmaFlags;
  private final PteMap pteMap;
  private final VmaAlloc vmaAlloc;
  private final VmaIterator tree;
  private final Rmap rmap;
  private final MergePredicates mergePredicates;
  private final VmaMerge vmaMerge;
  private final VmaSplit vmaSplit;
  private final VmaModify vmaModify;
  private final Zap zap;
  private final FreePgtables freePgtables;
  private final Munmap munmap;
  private final Mmap mmap;
  private final Mprotect mprotect;
  private final Madvise madvise;
  private final GuardRegions guardRegions;
  private final PageFault pageFault;
  private final UserAccess userAccess;
  private final Smaps smaps;
  private final Khugepaged khugepaged;
  private final MadviseFlags madviseFlags;
  private final Populate populate;
  private final Mremap mremap;
  private final MoveVma moveVma;
  private final Mlock mlock;
  private final Fork fork;

  private Kernel(Memory memory, Release release) {
    this.memory = memory;
    this.frames = new PageFrames(memory);
    vmaLock = release.make(VmaLock.class, this);
    mmapLock = release.make(MmapLock.class, this);
    vmaFlags = release.make(VmaFlagAccess.class, this);
    pteMap = release.make(PteMap.class, this);
    vmaAlloc = release.make(VmaAlloc.class, this);
    tree = release.make(VmaIterator.class, this);
    rmap = release.make(Rmap.class, this);
    mergePredicates = release.make(MergePredicates.class, this);
    vmaMerge = release.make(VmaMerge.class, this);
    vmaSplit = release.make(VmaSplit.class, this);
    vmaModify = release.make(VmaModify.class, this);
    zap = release.make(Zap.class, this);
    freePgtables = release.make(FreePgtables.class, this);
    munmap = release.make(Munmap.class, this);
    mmap = release.make(Mmap.class, this);
    mprotect = release.make(Mprotect.class, this);
    madvise = release.make(Madvise.class, this);
    guardRegions = release.make(GuardRegions.class, this);
    pageFault = release.make(PageFault.class, this);
    userAccess = release.make(UserAccess.class, this);
    smaps = release.make(Smaps.class, this);
    khugepaged = release.make(Khugepaged.class, this);
    madviseFlags = release.make(MadviseFlags.class, this);
    populate = release.make(Populate.class, this);
    mremap = release.make(Mremap.class, this);
    moveVma = release.make(MoveVma.class, this);
    mlock = release.make(Mlock.class, this);
    fork = release.make(Fork.class, this);
  }

  /**
   * 6.18 as of its stable releases of mid-2026: VM_MAYBE_GUARD and sticky flags, guard install
   * under mmap_lock for reading, and retraction that tests the flag.
   */
  public static Release v6_18() {
    return new Release("6.18", Map.of())
        .with(VmaLock.class, kernel -> new VmaLockRefcount(kernel.memory))
        .with(MmapLock.class, kernel -> new MmapLock(kernel.vmaLock))
        .with(VmaFlagAccess.class, kernel -> new VmaFlagAccess(kernel.vmaLock))
        .with(PteMap.class, kernel -> new PteMap(kernel.memory))
        .with(VmaAlloc.class, VmaAlloc::new)
        .with(VmaIterator.class, VmaIterator::new)
        .with(Rmap.class, Rmap::new)
        .with(MergePredicates.class, kernel -> new MergePredicates())
        .with(VmaMerge.class, VmaMerge::new)
        .with(VmaSplit.class, VmaSplit::new)
        .with(VmaModify.class, VmaModify::new)
        .with(Zap.class, Zap::new)
        .with(FreePgtables.class, FreePgtables::new)
        .with(Munmap.class, Munmap::new)
        .with(Mmap.class, Mmap::new)
        .with(Mprotect.class, Mprotect::new)
        .with(Madvise.class, Madvise::new)
        .with(GuardRegions.class, GuardRegions::new)
        .with(PageFault.class, PageFault::new)
        .with(UserAccess.class, UserAccess::new)
        .with(Smaps.class, Smaps::new)
        .with(Fork.class, Fork::new)
        .with(Mlock.class, Mlock::new)
        .with(MoveVma.class, MoveVma::new)
        .with(Mremap.class, Mremap::new)
        .with(Populate.class, Populate::new)
        .with(MadviseFlags.class, MadviseFlags::new)
        .with(Khugepaged.class, Khugepaged::new);
  }

  /** 6.19: guard install and remove under the VMA read lock. */
  public static Release v6_19() {
    return v6_18().named("6.19").with(Madvise.class, MadviseGuardUnderVmaLock::new);
  }

  /** 7.1: sticky flags are sampled under the VMA write lock. */
  public static Release v7_1() {
    return v6_19().named("7.1").with(VmaMerge.class, VmaMergeSamplesUnderLock::new);
  }

  /** All releases, oldest first. */
  public static List<Release> releases() {
    return List.of(v6_18(), v6_19(), v7_1());
  }

  /** {@code mm_alloc}: an empty address space. */
  public MmStruct newMm(Geometry geometry) {
    return memory.allocate("mm", () -> new MmStruct(memory, geometry));
  }

  /** A file whose pages are all in the page cache. Only while a scenario is set up. */
  public AddressSpace newFile(String name, int pages) {
    return new AddressSpace(memory, frames, name, pages);
  }

  /**
   * A file of zeroes without a page in the page cache, as a shared anonymous mapping has one
   * ({@code shmem_zero_setup}). Only while no other thread runs.
   */
  public AddressSpace newShmem(String name, int pages) {
    AddressSpace mapping = newFile(name, pages);
    mapping.iPages.forEach(folio -> folio.plain().uptodate.plain(0));
    return mapping;
  }

  public Memory memory() {
    return memory;
  }

  public PageFrames frames() {
    return frames;
  }

  public VmaLock vmaLock() {
    return vmaLock;
  }

  public MmapLock mmapLock() {
    return mmapLock;
  }

  public VmaFlagAccess vmaFlags() {
    return vmaFlags;
  }

  public PteMap pteMap() {
    return pteMap;
  }

  public VmaAlloc vmaAlloc() {
    return vmaAlloc;
  }

  public VmaIterator tree() {
    return tree;
  }

  public Rmap rmap() {
    return rmap;
  }

  public MergePredicates mergePredicates() {
    return mergePredicates;
  }

  public VmaMerge vmaMerge() {
    return vmaMerge;
  }

  public VmaSplit vmaSplit() {
    return vmaSplit;
  }

  public VmaModify vmaModify() {
    return vmaModify;
  }

  public Zap zap() {
    return zap;
  }

  public FreePgtables freePgtables() {
    return freePgtables;
  }

  public Munmap munmap() {
    return munmap;
  }

  public Mmap mmap() {
    return mmap;
  }

  public Mprotect mprotect() {
    return mprotect;
  }

  public Madvise madvise() {
    return madvise;
  }

  public GuardRegions guardRegions() {
    return guardRegions;
  }

  public PageFault pageFault() {
    return pageFault;
  }

  public UserAccess userAccess() {
    return userAccess;
  }

  public Smaps smaps() {
    return smaps;
  }

  public Khugepaged khugepaged() {
    return khugepaged;
  }

  public Fork fork() {
    return fork;
  }

  public Mlock mlock() {
    return mlock;
  }

  public MoveVma moveVma() {
    return moveVma;
  }

  public Mremap mremap() {
    return mremap;
  }

  public Populate populate() {
    return populate;
  }

  public MadviseFlags madviseFlags() {
    return madviseFlags;
  }

  /** Which implementation each path has. Immutable. */
  public static final class Release {

    private final String name;
    private final Map<Class<?>, Function<Kernel, ?>> paths;

    private Release(String name, Map<Class<?>, Function<Kernel, ?>> paths) {
      this.name = name;
      this.paths = paths;
    }

    /** As {@code --kernel} spells it: {@code 6.18}. */
    public String name() {
      return name;
    }

    /** The same paths under another name. */
    public Release named(String other) {
      return new Release(other, paths);
    }

    /** The same release with one path replaced: the next release, or a variant. */
    public <P> Release with(Class<P> path, Function<Kernel, ? extends P> make) {
      Map<Class<?>, Function<Kernel, ?>> next = new LinkedHashMap<>(paths);
      next.put(path, make);
      return new Release(name, next);
    }

    /** A kernel of this release on a memory. */
    public Kernel boot(Memory memory) {
      return new Kernel(memory, this);
    }

    private <P> P make(Class<P> path, Kernel kernel) {
      return path.cast(paths.get(path).apply(kernel));
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
