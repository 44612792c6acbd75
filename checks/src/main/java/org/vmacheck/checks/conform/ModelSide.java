package org.vmacheck.checks.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vmacheck.checks.syscall.Machine;
import org.vmacheck.checks.syscall.SystemCall;
import org.vmacheck.checks.syscall.SystemCall.Range;
import org.vmacheck.checks.syscall.SystemCall.Returns;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.sequential.SequentialMemory;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.ops.UserAccess;
import org.vmacheck.model.pgtable.Geometry;
import org.vmacheck.model.release.Patches;
import org.vmacheck.model.release.Release;

/** The model: one thread runs each sequence on a kernel of its own, booted anew. */
final class ModelSide implements Side {

  /** The window's first page in the model; mappings that are put elsewhere go above it. */
  static final int BASE = 16;

  private static final Geometry GEOMETRY = new Geometry(64, 16);

  private final Release release;

  /**
   * @param release to compare, which has to fault around as the running kernel does
   */
  ModelSide(Release release) {
    this.release = release;
  }

  /** A release as it runs: with fault-around, which the scenarios go without. */
  static Release stock(Release release) {
    return release.patched(Patches.named("fault-around").orElseThrow());
  }

  /** How many lines describe a call. */
  static int linesOf(SystemCall call) {
    return call instanceof SystemCall.Fork ? 3 : 1;
  }

  @Override
  public List<String> run(List<SystemCall> calls) {
    return new Run(release.boot(new SequentialMemory())).run(calls);
  }

  /** One sequence. */
  private static final class Run {

    private final Kernel kernel;
    private final Machine.Task task;
    private final ModelState state;
    private final List<String> lines = new ArrayList<>();

    Run(Kernel kernel) {
      this.kernel = kernel;
      Machine machine = new Machine(kernel, GEOMETRY, BASE, Window.PAGES);
      AddressSpace file = machine.create(Window.FILE, Window.FILE_PAGES);
      for (int page = 0; page < Window.FILE_PAGES; page++) {
        kernel.frames().frame(file.iPages.get(page).plain().pfn(page)).plain(page + 1L);
      }
      this.task = machine.task("process", machine.mm());
      this.state = new ModelState(kernel, file);
    }

    List<String> run(List<SystemCall> calls) {
      try {
        for (SystemCall call : calls) {
          String result = result(call);
          kernel.memory().lockdep().sysExit();
          lines.add(result + state.of(task.mm()));
        }
      } catch (KernelBug bug) {
        lines.add("BUG in " + bug.place().orElse("scenario") + ": " + bug.getMessage());
      }
      return lines;
    }

    private String result(SystemCall call) {
      if (call instanceof SystemCall.TouchAll touch) {
        return accesses(touch.reads(Window.PAGES), touch.writes(Window.PAGES));
      }
      long result = task.call(call);
      if (call instanceof SystemCall.Fork) {
        lookAtChild();
      }
      if (call instanceof SystemCall.Mmap mmap) {
        return address(result, mmap.range().pages());
      } else if (call instanceof SystemCall.Mremap mremap) {
        return address(result, mremap.newPages());
      } else if (call instanceof SystemCall.Brk) {
        return "@" + result;
      }
      return call.returns() == Returns.VALUE ? access(result) : status(result);
    }

    /** What the child has, and what it can do; then it ends. */
    private void lookAtChild() {
      lines.add("=child" + state.of(task.childMm()));
      SystemCall.TouchAll touch = new SystemCall.TouchAll();
      String accesses =
          accesses(inChild(touch.reads(Window.PAGES)), inChild(touch.writes(Window.PAGES)));
      lines.add(accesses + state.of(task.childMm()));
      task.call(new SystemCall.Child(new SystemCall.Munmap(new Range(0, Window.PAGES))));
    }

    private static List<SystemCall> inChild(List<SystemCall> calls) {
      return calls.stream().<SystemCall>map(SystemCall.Child::new).toList();
    }

    private String accesses(List<SystemCall> reads, List<SystemCall> writes) {
      return "=reads " + accesses(reads) + " writes " + accesses(writes);
    }

    private String accesses(List<SystemCall> calls) {
      return calls.stream().map(call -> access(task.call(call))).collect(Collectors.joining(" "));
    }

    /** Both sides unmap at once what was put outside of the window. */
    private String address(long page, int pages) {
      if (page < 0) {
        return status(page);
      }
      if (page < Window.PAGES) {
        return "@" + page;
      }
      task.call(new SystemCall.Munmap(new Range((int) page, pages)));
      return "@out";
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
