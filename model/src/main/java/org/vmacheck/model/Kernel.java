package org.vmacheck.model;

import java.util.HashMap;
import java.util.Map;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.PageFrames;
import org.vmacheck.model.pgtable.Geometry;
import org.vmacheck.model.release.Release;

/** The paths of one release of the kernel, on one memory. */
public final class Kernel {

  private final Memory memory;
  private final Release release;
  private final PageFrames frames;
  private final Word freeHugePages;

  /** Complete once the kernel is booted; only read from then on. */
  private final Map<Class<?>, Object> paths = new HashMap<>();

  /** Boots the release: every path is made before any thread runs. */
  public Kernel(Memory memory, Release release) {
    this.memory = memory;
    this.release = release;
    this.frames = new PageFrames(memory);
    this.freeHugePages = memory.word("free_huge_pages", 1);
    release.paths().forEach(this::path);
  }

  /**
   * The release's implementation of a path.
   *
   * @param path the class that the newest release wires it under: {@code Mprotect.class}
   */
  public <P> P path(Class<P> path) {
    Object made = paths.get(path);
    if (made == null) {
      made = release.make(path, this);
      paths.put(path, made);
    }
    return path.cast(made);
  }

  public Memory memory() {
    return memory;
  }

  public PageFrames frames() {
    return frames;
  }

  /** {@code free_huge_pages}: what is left for private mappings; one is all that there is. */
  public Word freeHugePages() {
    return freeHugePages;
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
}
