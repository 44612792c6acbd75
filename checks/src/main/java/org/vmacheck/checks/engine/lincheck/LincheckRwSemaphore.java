package org.vmacheck.checks.engine.lincheck;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.checks.engine.lincheck.KernelTask.Mode;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.RwSemaphore;

/**
 * A reader-writer semaphore. A writer that has begun to wait is seen by readers that come later.
 */
final class LincheckRwSemaphore implements RwSemaphore {

  private final LincheckMemory memory;
  private final Cell cell;
  private final List<KernelTask> readers = new ArrayList<>();
  private final List<KernelTask> waitingWriters = new ArrayList<>();
  private KernelTask writer;

  LincheckRwSemaphore(LincheckMemory memory, Cell cell) {
    this.memory = memory;
    this.cell = cell;
  }

  @Override
  public void downRead() {
    checkNotHeld();
    memory.mightSleep("down_read");
    memory.awaitAccess(cell, "down_read", this::freeForReaders);
    addReader();
  }

  @Override
  public boolean downReadTrylock() {
    memory.access(cell, "down_read_trylock");
    if (!freeForReaders()) {
      memory.recorder().record(memory.me(), cell.name, "false", true);
      return false;
    }
    addReader();
    return true;
  }

  @Override
  public void upRead() {
    memory.access(cell, "up_read");
    KernelTask me = memory.me();
    if (!readers.remove(me)) {
      throw notHeld("reading");
    }
    memory.changed();
    me.released(cell.name);
    memory.recorder().record(me, cell.name, "", true);
  }

  @Override
  public void downWrite() {
    checkNotHeld();
    memory.mightSleep("down_write");
    KernelTask me = memory.me();
    memory.access(cell, "down_write");
    if (!freeForWriter()) {
      waitingWriters.add(me);
      memory.changed();
      memory.awaitAccess(cell, "down_write", this::freeForWriter);
      waitingWriters.remove(me);
    }
    writer = me;
    memory.changed();
    me.acquired(cell.name, Mode.WRITE);
    memory.recorder().record(me, cell.name, "", true);
  }

  @Override
  public void upWrite() {
    memory.access(cell, "up_write");
    KernelTask me = checkWriter();
    writer = null;
    memory.changed();
    me.released(cell.name);
    memory.recorder().record(me, cell.name, "", true);
  }

  @Override
  public void downgradeWrite() {
    memory.access(cell, "downgrade_write");
    KernelTask me = checkWriter();
    writer = null;
    readers.add(me);
    memory.changed();
    me.released(cell.name);
    me.acquired(cell.name, Mode.READ);
    memory.recorder().record(me, cell.name, "", true);
  }

  @Override
  public boolean heldByMe() {
    return writeHeldByMe() || readers.contains(memory.me());
  }

  @Override
  public boolean writeHeldByMe() {
    return writer == memory.me();
  }

  private boolean freeForReaders() {
    return writer == null && waitingWriters.isEmpty();
  }

  private boolean freeForWriter() {
    return writer == null && readers.isEmpty();
  }

  private void addReader() {
    KernelTask me = memory.me();
    readers.add(me);
    memory.changed();
    me.acquired(cell.name, Mode.READ);
    memory.recorder().record(me, cell.name, "", true);
  }

  private void checkNotHeld() {
    if (heldByMe()) {
      throw new KernelBug(
          KernelBug.Kind.RECURSIVE_LOCK, cell.name, memory.me().name + " holds it already");
    }
  }

  private KernelTask checkWriter() {
    if (!writeHeldByMe()) {
      throw notHeld("writing");
    }
    return writer;
  }

  private KernelBug notHeld(String mode) {
    return new KernelBug(
        KernelBug.Kind.UNLOCK_NOT_HELD,
        cell.name,
        memory.me().name + " does not hold it for " + mode);
  }
}
