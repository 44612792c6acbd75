package org.vmacheck.checks.conform;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.checks.conform.Step.Backing;
import org.vmacheck.checks.conform.Step.Placement;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.sequential.SequentialMemory;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.ops.Fork;
import org.vmacheck.model.ops.Madvise;
import org.vmacheck.model.ops.Mlock;
import org.vmacheck.model.ops.Mman;
import org.vmacheck.model.ops.Mmap;
import org.vmacheck.model.ops.Mprotect;
import org.vmacheck.model.ops.Mremap;
import org.vmacheck.model.ops.Munmap;
import org.vmacheck.model.ops.UserAccess;
import org.vmacheck.model.pgtable.Geometry;
import org.vmacheck.model.release.Patches;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/** The model: one thread runs each sequence on a kernel of its own, booted anew. */
final class ModelSide implements Side {

  /** The window's first page in the model; mappings that are put elsewhere go above it. */
  static final int BASE = 16;

  private static final Geometry GEOMETRY = new Geometry(64, 16);

  private final Release release;

  /** The model of 6.18.y. */
  ModelSide() {
    this(running());
  }

  /**
   * @param release to compare, which has to fault around as the running kernel does
   */
  ModelSide(Release release) {
    this.release = release;
  }

  /** 6.18.y as it runs: with fault-around, which the scenarios go without. */
  static Release running() {
    return Releases.of("6.18").patched(Patches.named("fault-around").orElseThrow());
  }

  /** How many lines describe a step. */
  static int linesOf(Step step) {
    return step instanceof Step.Look ? 3 : 1;
  }

  @Override
  public List<String> run(List<Step> steps) {
    return new Run(release.boot(new SequentialMemory())).run(steps);
  }

  /** One sequence. */
  private static final class Run {

    private final Kernel kernel;
    private final AddressSpace file;
    private final ModelState state;
    private final List<String> lines = new ArrayList<>();
    private MmStruct mm;

    Run(Kernel kernel) {
      this.kernel = kernel;
      this.mm = kernel.newMm(GEOMETRY);
      this.file = kernel.newFile("memfd", Window.FILE_PAGES);
      for (int page = 0; page < Window.FILE_PAGES; page++) {
        kernel.frames().frame(file.iPages.get(page).plain().pfn(page)).plain(page + 1L);
      }
      this.state = new ModelState(kernel, file);
    }

    List<String> run(List<Step> steps) {
      try {
        for (Step step : steps) {
          step(step);
        }
      } catch (KernelBug bug) {
        lines.add("BUG in " + bug.place().orElse("scenario") + ": " + bug.getMessage());
      }
      return lines;
    }

    private void step(Step step) {
      if (step instanceof Step.Probe) {
        probe(mm);
        return;
      }
      lines.add(result(step) + state.of(mm));
    }

    private String result(Step step) {
      if (step instanceof Step.Map map) {
        return address(map(map), map.pages());
      } else if (step instanceof Step.Unmap unmap) {
        return status(kernel.path(Munmap.class).munmap(mm, BASE + unmap.at(), unmap.pages()));
      } else if (step instanceof Step.Protect protect) {
        return status(
            kernel
                .path(Mprotect.class)
                .mprotect(mm, BASE + protect.at(), protect.pages(), protect.protection()));
      } else if (step instanceof Step.Advise advise) {
        Madvise.Advice advice = Madvise.Advice.valueOf(advise.advice().name());
        return status(
            kernel.path(Madvise.class).madvise(mm, BASE + advise.at(), advise.pages(), advice));
      } else if (step instanceof Step.Lock lock) {
        return status(kernel.path(Mlock.class).mlock(mm, BASE + lock.at(), lock.pages()));
      } else if (step instanceof Step.Unlock unlock) {
        return status(kernel.path(Mlock.class).munlock(mm, BASE + unlock.at(), unlock.pages()));
      } else if (step instanceof Step.Remap remap) {
        return address(remap(remap), remap.newPages());
      } else if (step instanceof Step.Read read) {
        return access(kernel.path(UserAccess.class).read(mm, BASE + read.at()));
      } else if (step instanceof Step.Write write) {
        return access(kernel.path(UserAccess.class).write(mm, BASE + write.at(), write.value()));
      } else if (step instanceof Step.Look) {
        MmStruct child = kernel.path(Fork.class).dupMmap(mm);
        lines.add("=child" + state.of(child));
        probe(child);
        kernel.path(Munmap.class).munmap(child, 0, GEOMETRY.pages());
        return "=0";
      }
      mm = kernel.path(Fork.class).dupMmap(mm);
      return "=0";
    }

    private long map(Step.Map map) {
      AddressSpace mapping =
          switch (map.backing()) {
            case ANONYMOUS -> null;
            case SHARED_ANONYMOUS ->
                map.pages() == 0 ? null : kernel.newShmem("shmem", map.pages());
            case PRIVATE_FILE, SHARED_FILE -> file;
          };
      long flags = map.backing().isShared() ? Mman.MAP_SHARED : Mman.MAP_PRIVATE;
      if (map.placement() == Placement.FIXED) {
        flags |= Mman.MAP_FIXED;
      } else if (map.placement() == Placement.NOREPLACE) {
        flags |= Mman.MAP_FIXED_NOREPLACE;
      }
      int offset = map.backing() == Backing.SHARED_ANONYMOUS ? 0 : map.offset();
      return kernel
          .path(Mmap.class)
          .mmap(
              mm,
              BASE + map.at(),
              map.pages(),
              new Mmap.Request(map.protection(), flags, mapping, offset));
    }

    private long remap(Step.Remap remap) {
      return kernel
          .path(Mremap.class)
          .mremap(
              mm,
              BASE + remap.at(),
              remap.pages(),
              remap.newPages(),
              remap.flags(),
              BASE + remap.to());
    }

    /** Both sides unmap at once what was put outside of the window. */
    private String address(long page, int pages) {
      if (page < 0) {
        return status(page);
      }
      long at = page - BASE;
      if (at >= 0 && at < Window.PAGES) {
        return "@" + at;
      }
      kernel.path(Munmap.class).munmap(mm, page, pages);
      return "@out";
    }

    private void probe(MmStruct probed) {
      StringBuilder text = new StringBuilder("=reads");
      for (int page = 0; page < Window.PAGES; page++) {
        text.append(' ').append(access(kernel.path(UserAccess.class).read(probed, BASE + page)));
      }
      text.append(" writes");
      for (int page = 0; page < Window.PAGES; page++) {
        long written = kernel.path(UserAccess.class).write(probed, BASE + page, 0xa0 + page % 16);
        text.append(' ').append(access(written));
      }
      lines.add(text + state.of(probed));
    }

    private static String status(long result) {
      return result < 0 ? String.valueOf(result) : "=" + result;
    }

    private static String access(long result) {
      if (result >= 0) {
        return "=" + result;
      }
      return result == UserAccess.SIGBUS ? "BUS" : "SEGV";
    }
  }
}
