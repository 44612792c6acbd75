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

/**
 * Memory of the machine this runs on. Freed objects are left to the garbage collector: nothing is
 * poisoned, and a use after free goes unnoticed here.
 */
public final class HardwareMemory implements Memory {

  @Override
  public Word word(String name, long initial, LongFunction<String> shown) {
    return new HardwareWord(initial);
  }

  @Override
  public <T> Pointer<T> pointer(String name, T initial) {
    return new HardwarePointer<>(initial);
  }

  @Override
  public SpinLock spinLock(String name) {
    return new HardwareSpinLock(name);
  }

  @Override
  public RwSemaphore rwSemaphore(String name) {
    return new HardwareRwSemaphore(name);
  }

  @Override
  public LockMap lockMap(String name) {
    return new HardwareLockMap(name);
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
}
