package org.vmacheck.model.memory.hardware;

import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.vmacheck.model.memory.Rcu;
import org.vmacheck.model.memory.lockdep.Lockdep;

/**
 * RCU of the whole process, as the kernel has one for the whole machine: a grace period waits for
 * the read sections of every thread, whatever memory they look at.
 */
final class HardwareRcu implements Rcu {

  static final HardwareRcu INSTANCE = new HardwareRcu();

  /** Registered at its first section, so that later ones touch nothing that threads share. */
  private final List<RcuReader> readers = new CopyOnWriteArrayList<>();

  private final ThreadLocal<RcuReader> mine = ThreadLocal.withInitial(this::register);

  private HardwareRcu() {}

  @Override
  public void readLock() {
    Lockdep lockdep = HardwareMemory.current();
    if (!lockdep.rcuReadLockHeld()) {
      mine.get().enter();
    }
    lockdep.rcuReadLock();
  }

  @Override
  public void readUnlock() {
    Lockdep lockdep = HardwareMemory.current();
    lockdep.rcuReadUnlock();
    if (!lockdep.rcuReadLockHeld()) {
      mine.get().leave();
    }
  }

  @Override
  public boolean heldByMe() {
    return HardwareMemory.current().rcuReadLockHeld();
  }

  @Override
  public void synchronize() {
    HardwareMemory.current().mightSleep("synchronize_rcu");
    // Pairs with the fence in RcuReader.enter: a section that we do not see sees our stores.
    VarHandle.fullFence();
    for (RcuReader reader : readers) {
      reader.awaitEndOfSection();
    }
    VarHandle.fullFence();
  }

  @Override
  public void call(Runnable callback) {
    Callbacks.THREAD.execute(
        () -> {
          synchronize();
          callback.run();
        });
  }

  private RcuReader register() {
    RcuReader reader = new RcuReader(Thread.currentThread());
    readers.removeIf(RcuReader::isGone);
    readers.add(reader);
    return reader;
  }

  /**
   * The thread that runs callbacks, started by the first of them; it does not keep the JVM alive.
   */
  private static final class Callbacks {
    static final ExecutorService THREAD =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "rcu_callbacks");
              thread.setDaemon(true);
              return thread;
            });
  }
}
