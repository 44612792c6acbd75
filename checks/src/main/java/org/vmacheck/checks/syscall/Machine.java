package org.vmacheck.checks.syscall;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.ops.ProcMem;
import org.vmacheck.model.pgtable.Geometry;

/** A booted kernel with a process in it: what system calls run on. */
public final class Machine {

  private final Kernel kernel;
  private final Geometry geometry;
  private final int base;
  private final int window;
  private final MmStruct mm;
  private final Map<String, AddressSpace> files = new LinkedHashMap<>();
  private final List<Task> tasks = new ArrayList<>();

  /**
   * A process with an empty address space.
   *
   * @param geometry of its page tables
   * @param base the model's page that is page 0 of the window
   * @param window pages of it
   */
  public Machine(Kernel kernel, Geometry geometry, int base, int window) {
    this.kernel = kernel;
    this.geometry = geometry;
    this.base = base;
    this.window = window;
    this.mm = kernel.newMm(geometry);
    mm.startBrk.plain(base);
    mm.brk.plain(base);
    // An engine wants to know before threads run whether there is RCU.
    kernel.memory().rcu();
  }

  /** The window is all of the address space; two pages share a page table. */
  public static Machine of(Kernel kernel, int pages) {
    return new Machine(kernel, Geometry.ofPages(pages), 0, pages);
  }

  /** Makes a file whose pages are all in the page cache. Only before threads run. */
  public AddressSpace create(String name, int pages) {
    AddressSpace file = kernel.newFile(name, pages);
    files.put(name, file);
    return file;
  }

  /**
   * Takes the references that are there before threads run.
   *
   * @param users threads of the process that will end; with none, it stays as it is
   * @param files of its /proc that others have open
   */
  public void pin(MmStruct mm, long users, long files) {
    mm.mmUsers.plain(Math.max(1, users));
    for (long file = 0; file < files; file++) {
      kernel.path(ProcMem.class).procMemOpen(mm);
    }
  }

  /**
   * A thread. Made before threads run.
   *
   * @param start the address space that it begins in
   */
  public Task task(String name, MmStruct start) {
    return add(new Task(name, start, null));
  }

  /** A thread of the process that another has set up, whose child is its own until it forks. */
  public Task task(String name, Task before) {
    return add(new Task(name, before.mm(), before));
  }

  private Task add(Task task) {
    tasks.add(task);
    return task;
  }

  public Kernel kernel() {
    return kernel;
  }

  /** The address space of the process, without its children. */
  public MmStruct mm() {
    return mm;
  }

  /** The address spaces of the children that the process and its threads have made. */
  public List<MmStruct> children() {
    return tasks.stream().flatMap(task -> task.children.plain().stream()).toList();
  }

  public int base() {
    return base;
  }

  public int window() {
    return window;
  }

  Geometry geometry() {
    return geometry;
  }

  AddressSpace file(String name) {
    AddressSpace file = files.get(name);
    if (file == null) {
      throw new IllegalArgumentException("there is no file " + name);
    }
    return file;
  }

  /** One thread: where its calls go. */
  public final class Task {

    /** Its children, the last one last: a cell, since the end of an execution is asked. */
    private final Pointer<List<MmStruct>> children;

    /** Where it is now; in a program for an engine that never changes but within one call. */
    private MmStruct current;

    /** Who made the child that this one begins with; null if there is none. */
    private final Task before;

    private Task(String name, MmStruct start, Task before) {
      this.before = before;
      current = start;
      children = kernel.memory().pointer(name + ".children", List.of());
    }

    /**
     * Makes a call.
     *
     * @return what the call returns: see {@link SystemCall#returns}; pages are those of the window
     */
    public long call(SystemCall call) {
      return Dispatch.run(this, call);
    }

    /** The address space that it runs in. */
    public MmStruct mm() {
      return current;
    }

    /** The address space of its last child, or of that which was there before; null if none. */
    public MmStruct childMm() {
      List<MmStruct> all = children.plain();
      if (all.isEmpty()) {
        return before == null ? null : before.childMm();
      }
      return all.get(all.size() - 1);
    }

    Machine machine() {
      return Machine.this;
    }

    /** If it was the child that made the call, it is gone. */
    void exited() {
      boolean made = children.plain().contains(current);
      if (!made && before != null && before.children.plain().contains(current)) {
        before.forget(current);
      } else {
        forget(current);
      }
    }

    private void forget(MmStruct gone) {
      children.plain(children.plain().stream().filter(child -> child != gone).toList());
    }

    void forked(MmStruct made) {
      List<MmStruct> all = new ArrayList<>(children.plain());
      all.add(made);
      children.plain(List.copyOf(all));
    }

    void become(MmStruct made) {
      current = made;
    }

    /** Makes a call in the child. */
    long callInChild(SystemCall call) {
      MmStruct parent = current;
      current = childMm();
      try {
        return call(call);
      } finally {
        current = parent;
      }
    }
  }
}
