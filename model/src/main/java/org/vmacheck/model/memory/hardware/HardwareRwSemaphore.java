package org.vmacheck.model.memory.hardware;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.vmacheck.model.memory.RwSemaphore;

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

  private final String name;

  @SuppressWarnings("UnusedVariable") // COUNT is how it is used
  private long count;

  HardwareRwSemaphore(String name) {
    this.name = name;
  }

  @Override
  public void downRead() {
    HeldLocks held = HeldLocks.mine();
    held.mustNotHold(this, "down_read");
    SpinWait wait = new SpinWait();
    while (!tryRead()) {
      wait.once();
    }
    held.acquiredRead(this);
  }

  @Override
  public boolean downReadTrylock() {
    if (!tryRead()) {
      return false;
    }
    HeldLocks.mine().acquiredRead(this);
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
    HeldLocks held = HeldLocks.mine();
    held.mustHoldRead(this, "up_read");
    held.released(this);
    COUNT.getAndAddRelease(this, -READER);
  }

  @Override
  public void downWrite() {
    HeldLocks held = HeldLocks.mine();
    held.mustNotHold(this, "down_write");
    COUNT.getAndAddAcquire(this, WAITING);
    SpinWait wait = new SpinWait();
    while (!tryWrite()) {
      wait.once();
    }
    held.acquiredWrite(this);
  }

  private boolean tryWrite() {
    long old = (long) COUNT.getOpaque(this);
    boolean free = old < READER && (old & WRITER) == 0;
    return free && COUNT.weakCompareAndSetAcquire(this, old, old - WAITING + WRITER);
  }

  @Override
  public void upWrite() {
    HeldLocks held = HeldLocks.mine();
    held.mustHoldWrite(this, "up_write");
    held.released(this);
    COUNT.getAndAddRelease(this, -WRITER);
  }

  @Override
  public void downgradeWrite() {
    HeldLocks held = HeldLocks.mine();
    held.mustHoldWrite(this, "downgrade_write");
    held.released(this);
    held.acquiredRead(this);
    COUNT.getAndAddRelease(this, READER - WRITER);
  }

  @Override
  public boolean heldByMe() {
    return HeldLocks.mine().holds(this);
  }

  @Override
  public boolean writeHeldByMe() {
    return HeldLocks.mine().holdsWrite(this);
  }

  @Override
  public String toString() {
    return name;
  }
}
