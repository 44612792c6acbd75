package org.vmacheck.model.memory.hardware;

import java.lang.invoke.VarHandle;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.vmacheck.model.memory.LockMap;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.memory.Rcu;
import org.vmacheck.model.memory.RwSemaphore;
import org.vmacheck.model.memory.SpinLock;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.memory.lockdep.LockClass;
import org.vmacheck.model.memory.lockdep.Lockdep;
import org.vmacheck.model.memory.lockdep.LockdepMap;

/**
 * Memory of the machine this runs on. Freed objects are left to the garbage collector: nothing is
 * poisoned, and a use after free goes unnoticed here.
 */
public final class HardwareMemory implements Memory {

  /** One for the whole process, as a thread holds its locks whichever memory they are in. */
  private static final ThreadLocal<Lockdep> CURRENT = ThreadLocal.withInitial(Lockdep::new);

  /** {@code current}, as far as lockdep goes. */
  static Lockdep current() {
    return CURRENT.get();
  }

  @Override
  public Word word(String name, long initial, LongFunction<String> shown) {
    return new HardwareWord(initial);
  }

  @Override
  public <T> Pointer<T> pointer(String name, T initial) {
    return new HardwarePointer<>(initial);
  }

  @Override
  public SpinLock spinLock(LockClass lockClass, String name) {
    return new HardwareSpinLock(new LockdepMap(lockClass, name));
  }

  @Override
  public RwSemaphore rwSemaphore(LockClass lockClass, String name) {
    return new HardwareRwSemaphore(new LockdepMap(lockClass, name));
  }

  @Override
  public LockMap lockMap(String name) {
    return new HardwareLockMap(new LockdepMap(new LockClass(name), name));
  }

  @Override
  public Lockdep lockdep() {
    return current();
  }

  @Override
  public Rcu rcu() {
    return HardwareRcu.INSTANCE;
  }

  @Override
  public <T> T allocate(String what, Supplier<T> make) {
    return make.get();
  }

  @Override
  public void free(Object object) {}

  @Override
  public void await(BooleanSupplier condition) {
    current().mightSleep("wait_event");
    SpinWait wait = new SpinWait();
    while (!condition.getAsBoolean()) {
      wait.once();
    }
  }

  @Override
  public void smpMb() {
    VarHandle.fullFence();
  }

  @Override
  public void smpRmb() {
    VarHandle.loadLoadFence();
  }

  @Override
  public void smpWmb() {
    VarHandle.storeStoreFence();
  }

  /** Java promises nothing for the branch, so later stores need the fence as well. */
  @Override
  public void smpAcquireAfterCtrlDep() {
    VarHandle.acquireFence();
  }
}
