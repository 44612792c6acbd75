package org.vmacheck.model.memory.hardware;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.vmacheck.model.memory.RwSemaphore;
import org.vmacheck.model.memory.lockdep.HeldLock.Mode;
import org.vmacheck.model.memory.lockdep.Lockdep;
import org.vmacheck.model.memory.lockdep.LockdepMap;

/**
 * A reader-writer semaphore in one word: one bit for the writer, a count of writers that wait, a
 * count of readers. Readers do not enter while a writer waits.
 */
final class HardwareRwSemaphore implements RwSemaphore {

  private static final long WRITER = 1L;
  private static final long WAITING = 1L << 1;
  private static final long READER = 1L << 32;

  private static final VarHandle COUNT;

  static {
    try {
      COUNT = MethodHandles.lookup().findVarHandle(HardwareRwSemaphore.class, "count", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final LockdepMap map;

  @SuppressWarnings("UnusedVariable") // COUNT is how it is used
  private long count;

  HardwareRwSemaphore(LockdepMap map) {
    this.map = map;
  }

  @Override
  public void downRead() {
    Lockdep lockdep = HardwareMemory.current();
    lockdep.checkAcquire(map, Mode.READ, 0, "down_read");
    SpinWait wait = new SpinWait();
    while (!tryRead()) {
      wait.once();
    }
    lockdep.acquired(map, Mode.READ, 0);
  }

  @Override
  public boolean downReadTrylock() {
    if (!tryRead()) {
      return false;
    }
    HardwareMemory.current().acquired(map, Mode.READ, 0);
    return true;
  }

  /** One attempt, repeated only while nothing but another reader is in its way. */
  private boolean tryRead() {
    while (true) {
      long old = (long) COUNT.getOpaque(this);
      if (old % READER != 0) {
        return false;
      }
      if (COUNT.weakCompareAndSetAcquire(this, old, old + READER)) {
        return true;
      }
    }
  }

  @Override
  public void upRead() {
    HardwareMemory.current().release(map, Mode.READ, "up_read");
    COUNT.getAndAddRelease(this, -READER);
  }

  @Override
  public void downWriteNested(int subclass) {
    Lockdep lockdep = HardwareMemory.current();
    lockdep.checkAcquire(map, Mode.WRITE, subclass, "down_write");
    COUNT.getAndAddAcquire(this, WAITING);
    SpinWait wait = new SpinWait();
    while (!tryWrite()) {
      wait.once();
    }
    lockdep.acquired(map, Mode.WRITE, subclass);
  }

  private boolean tryWrite() {
    long old = (long) COUNT.getOpaque(this);
    boolean free = old < READER && (old & WRITER) == 0;
    return free && COUNT.weakCompareAndSetAcquire(this, old, old - WAITING + WRITER);
  }

  @Override
  public boolean downWriteTrylock() {
    while ((long) COUNT.getOpaque(this) == 0) {
      if (COUNT.weakCompareAndSetAcquire(this, 0L, WRITER)) {
        HardwareMemory.current().acquired(map, Mode.WRITE, 0);
        return true;
      }
    }
    return false;
  }

  @Override
  public void upWrite() {
    HardwareMemory.current().release(map, Mode.WRITE, "up_write");
    COUNT.getAndAddRelease(this, -WRITER);
  }

  @Override
  public void downgradeWrite() {
    HardwareMemory.current().downgrade(map, "downgrade_write");
    COUNT.getAndAddRelease(this, READER - WRITER);
  }

  @Override
  public boolean heldByMe() {
    return HardwareMemory.current().holds(map);
  }

  @Override
  public boolean writeHeldByMe() {
    return HardwareMemory.current().holds(map, Mode.WRITE);
  }

  @Override
  public String toString() {
    return map.name();
  }
}
