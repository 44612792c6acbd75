package org.vmacheck.checks.engine.lincheck;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vmacheck.model.memory.Rcu;

/**
 * RCU with the shortest grace periods there can be: a callback runs in the instant in which the
 * last reader it has to wait for leaves, or at once if there is none. That is the harshest a
 * callback can be towards readers that should have waited; that it may also come later is not
 * explored.
 */
final class LincheckRcu implements Rcu {

  private record Pending(Set<Long> sections, Runnable callback) {}

  private final LincheckMemory memory;
  private final Set<Long> open = new TreeSet<>();
  private final List<Pending> pending = new ArrayList<>();
  private long sections;

  LincheckRcu(LincheckMemory memory) {
    this.memory = memory;
  }

  @Override
  public void readLock() {
    KernelTask me = memory.me();
    if (!heldByMe()) {
      memory.step("rcu_read_lock", "rcu");
      me.rcuSection = ++sections;
      open.add(me.rcuSection);
      memory.recorder().record(me, "rcu", "", true);
    }
    me.lockdep.rcuReadLock();
  }

  @Override
  public void readUnlock() {
    KernelTask me = memory.me();
    me.lockdep.rcuReadUnlock();
    if (!heldByMe()) {
      memory.step("rcu_read_unlock", "rcu");
      open.remove(me.rcuSection);
      memory.changed();
      memory.recorder().record(me, "rcu", "", true);
      runWhatWaitedFor(me.rcuSection);
    }
  }

  private void runWhatWaitedFor(long section) {
    List<Runnable> ready = new ArrayList<>();
    for (Iterator<Pending> all = pending.iterator(); all.hasNext(); ) {
      Pending one = all.next();
      if (one.sections().remove(section) && one.sections().isEmpty()) {
        all.remove();
        ready.add(one.callback());
      }
    }
    ready.forEach(this::run);
  }

  private void run(Runnable callback) {
    KernelTask thread = new KernelTask(memory.me().index, "rcu callback");
    thread.operation = "rcu callback";
    memory.runAs(thread, callback);
  }

  @Override
  public boolean heldByMe() {
    return memory.lockdep().rcuReadLockHeld();
  }

  @Override
  public void synchronize() {
    memory.lockdep().mightSleep("synchronize_rcu");
    memory.step("synchronize_rcu", "rcu");
    Set<Long> readers = new TreeSet<>(open);
    if (!readers.isEmpty()) {
      memory.awaitStep("synchronize_rcu", "rcu", () -> readers.stream().noneMatch(open::contains));
    }
    memory.recorder().record(memory.me(), "rcu", "", true);
  }

  @Override
  public void call(Runnable callback) {
    memory.step("call_rcu", "rcu");
    memory.recorder().record(memory.me(), "rcu", "", true);
    memory.published();
    if (open.isEmpty()) {
      run(callback);
    } else {
      pending.add(new Pending(new TreeSet<>(open), callback));
    }
  }
}
