package org.vmacheck.checks.engine.lincheck;

import org.vmacheck.model.memory.RwSemaphore;
import org.vmacheck.model.memory.lockdep.HeldLock.Mode;
import org.vmacheck.model.memory.lockdep.LockdepMap;

/**
 * A reader-writer semaphore. A writer that has begun to wait is seen by readers that come later.
 */
final class LincheckRwSemaphore implements RwSemaphore {

  private final LincheckMemory memory;
  private final Cell cell;
  private final LockdepMap map;
  private int readers;
  private int waitingWriters;
  private boolean writer;

  LincheckRwSemaphore(LincheckMemory memory, Cell cell, LockdepMap map) {
    this.memory = memory;
    this.cell = cell;
    this.map = map;
  }

  @Override
  public void downRead() {
    memory.lockdep().checkAcquire(map, Mode.READ, 0, "down_read");
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

  private void addReader() {
    readers++;
    memory.lockdep().acquired(map, Mode.READ, 0);
    changed();
  }

  @Override
  public void upRead() {
    memory.access(cell, "up_read");
    memory.lockdep().release(map, Mode.READ, "up_read");
    readers--;
    changed();
  }

  @Override
  public void downWriteNested(int subclass) {
    memory.lockdep().checkAcquire(map, Mode.WRITE, subclass, "down_write");
    memory.access(cell, "down_write");
    if (!freeForWriter()) {
      waitingWriters++;
      memory.changed();
      memory.awaitAccess(cell, "down_write", this::freeForWriter);
      waitingWriters--;
    }
    writer = true;
    memory.lockdep().acquired(map, Mode.WRITE, subclass);
    changed();
  }

  @Override
  public boolean downWriteTrylock() {
    memory.access(cell, "down_write_trylock");
    if (!freeForWriter() || waitingWriters > 0) {
      memory.recorder().record(memory.me(), cell.name, "false", true);
      return false;
    }
    writer = true;
    memory.lockdep().acquired(map, Mode.WRITE, 0);
    changed();
    return true;
  }

  @Override
  public void upWrite() {
    memory.access(cell, "up_write");
    memory.lockdep().release(map, Mode.WRITE, "up_write");
    writer = false;
    changed();
  }

  @Override
  public void downgradeWrite() {
    memory.access(cell, "downgrade_write");
    memory.lockdep().downgrade(map, "downgrade_write");
    writer = false;
    readers++;
    changed();
  }

  @Override
  public boolean heldByMe() {
    return memory.lockdep().holds(map);
  }

  @Override
  public boolean writeHeldByMe() {
    return memory.lockdep().holds(map, Mode.WRITE);
  }

  private boolean freeForReaders() {
    return !writer && waitingWriters == 0;
  }

  private boolean freeForWriter() {
    return !writer && readers == 0;
  }

  private void changed() {
    memory.changed();
    memory.recorder().record(memory.me(), cell.name, "", true);
  }
}
