package org.vmacheck.checks.mutants;

import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.vmacheck.checks.scenario.KernelThread;
import org.vmacheck.checks.scenario.Operation;
import org.vmacheck.checks.scenario.Program;
import org.vmacheck.checks.scenario.Setup;
import org.vmacheck.model.memory.LockMap;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.OrderedWord;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.memory.Rcu;
import org.vmacheck.model.memory.RwSemaphore;
import org.vmacheck.model.memory.SpinLock;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.memory.lockdep.LockClass;
import org.vmacheck.model.memory.lockdep.Lockdep;

/** A memory whose threads have their steps weakened. For one thread at a time, as in a replay. */
final class WeakMemory implements Memory {

  private final Memory memory;
  private final WeakThread thread;
  private Rcu rcu;

  private WeakMemory(Memory memory, Weakness weakness) {
    this.memory = memory;
    this.thread = new WeakThread(weakness);
  }

  /** The same program, with the steps of its threads weakened. */
  static Setup weaken(Setup setup, Weakness weakness) {
    return memory -> {
      WeakMemory weak = new WeakMemory(memory, weakness);
      Program program = setup.prepare(weak);
      return new Program(
          program.threads().stream().map(weak::weaken).toList(),
          program.property(),
          program.intendedRaces());
    };
  }

  private KernelThread weaken(KernelThread whole) {
    return new KernelThread(
        whole.name(),
        whole.operations().stream()
            .map(operation -> new Operation(operation.label(), () -> thread.run(operation.body())))
            .toList());
  }

  WeakThread thread() {
    return thread;
  }

  @Override
  public Word word(String name, long initial, LongFunction<String> shown) {
    Word word = memory.word(name, initial, shown);
    if (word instanceof OrderedWord ordered) {
      return new WeakWord(thread.accesses(), ordered, name);
    }
    throw new IllegalArgumentException("a memory that compiles its accesses cannot be weakened");
  }

  @Override
  public <T> Pointer<T> pointer(String name, T initial) {
    return new WeakPointer<>(thread.accesses(), memory.pointer(name, initial), name);
  }

  @Override
  public SpinLock spinLock(LockClass lockClass, String name) {
    return new WeakSpinLock(thread, memory.spinLock(lockClass, name), name);
  }

  @Override
  public RwSemaphore rwSemaphore(LockClass lockClass, String name) {
    return new WeakRwSemaphore(thread, memory.rwSemaphore(lockClass, name), name);
  }

  @Override
  public LockMap lockMap(String name) {
    return memory.lockMap(name);
  }

  @Override
  public Lockdep lockdep() {
    return memory.lockdep();
  }

  @Override
  public Rcu rcu() {
    if (rcu == null) {
      rcu = new WeakRcu(thread, memory.rcu());
    }
    return rcu;
  }

  @Override
  public <T> T allocate(String what, Supplier<T> make) {
    return memory.allocate(what, () -> thread.construct(make));
  }

  @Override
  public void free(Object object) {
    thread.step(() -> memory.free(object));
  }

  @Override
  public void await(BooleanSupplier condition) {
    thread.await(new Event(Call.WAIT, ""), () -> memory.await(condition));
  }

  @Override
  public void restartSyscall() {
    thread.step(memory::restartSyscall);
  }

  @Override
  public void smpMb() {
    thread.step(new Event(Call.SMP_MB, ""), memory::smpMb);
  }

  @Override
  public void smpRmb() {
    thread.step(new Event(Call.SMP_RMB, ""), memory::smpRmb);
  }

  @Override
  public void smpWmb() {
    thread.step(new Event(Call.SMP_WMB, ""), memory::smpWmb);
  }

  @Override
  public void smpAcquireAfterCtrlDep() {
    thread.step(new Event(Call.SMP_ACQUIRE_AFTER_CTRL_DEP, ""), memory::smpAcquireAfterCtrlDep);
  }
}
