package org.vmacheck.checks.mutants;

import org.vmacheck.checks.mutants.WeakThread.Hold;
import org.vmacheck.model.memory.RwSemaphore;

/** A semaphore that may be left out, held for too short, or for reading only. */
final class WeakRwSemaphore implements RwSemaphore {

  private final WeakThread thread;
  private final RwSemaphore semaphore;
  private final String name;
  private final Hold reading;

  WeakRwSemaphore(WeakThread thread, RwSemaphore semaphore, String name) {
    this.thread = thread;
    this.semaphore = semaphore;
    this.name = Event.plainName(name);
    this.reading = new Hold(semaphore::downRead, semaphore::upRead);
  }

  private Event event(Call call) {
    return new Event(call, name);
  }

  @Override
  public void downRead() {
    thread.lock(semaphore, event(Call.DOWN_READ), reading);
  }

  @Override
  public boolean downReadTrylock() {
    return thread.tryLock(
        semaphore, event(Call.DOWN_READ_TRYLOCK), semaphore::downReadTrylock, semaphore::upRead);
  }

  @Override
  public void upRead() {
    thread.unlock(semaphore, event(Call.UP_READ), semaphore::upRead);
  }

  @Override
  public void downWrite() {
    downWrite(semaphore::downWrite);
  }

  @Override
  public void downWriteNested(int subclass) {
    downWrite(() -> semaphore.downWriteNested(subclass));
  }

  private void downWrite(Runnable acquire) {
    thread.lockForWriting(
        semaphore, event(Call.DOWN_WRITE), new Hold(acquire, semaphore::upWrite), reading);
  }

  @Override
  public boolean downWriteTrylock() {
    return thread.tryLock(
        semaphore, event(Call.DOWN_WRITE_TRYLOCK), semaphore::downWriteTrylock, semaphore::upWrite);
  }

  @Override
  public void upWrite() {
    thread.unlock(
        semaphore,
        event(Call.UP_WRITE),
        thread.stopReading(semaphore) ? semaphore::upRead : semaphore::upWrite);
  }

  @Override
  public void downgradeWrite() {
    thread.downgrade(semaphore, semaphore::downgradeWrite, semaphore::upRead);
  }

  @Override
  public boolean heldByMe() {
    return semaphore.heldByMe() || thread.pretends(semaphore);
  }

  @Override
  public boolean writeHeldByMe() {
    return semaphore.writeHeldByMe() || thread.pretendsToWrite(semaphore);
  }
}
