package org.vmacheck.model.memory.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.MemoryContract;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.memory.RwSemaphore;
import org.vmacheck.model.memory.SpinLock;
import org.vmacheck.model.memory.Word;

/** The timeouts only end a test that hangs; nothing here measures time. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HardwareMemoryTest extends MemoryContract {

  private static final int THREADS = 3;
  private static final int ROUNDS = 20_000;

  private final Memory memory = new HardwareMemory();
  private final ExecutorService others = Executors.newCachedThreadPool();

  @Override
  protected void run(Consumer<Memory> thread) {
    thread.accept(memory);
  }

  @AfterEach
  void endThreads() throws InterruptedException {
    others.shutdownNow();
    assertThat(others.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
  }

  private void inThreads(Runnable body) throws Exception {
    CountDownLatch start = new CountDownLatch(THREADS);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      running.add(
          others.submit(
              () -> {
                start.countDown();
                start.await();
                for (int round = 0; round < ROUNDS; round++) {
                  body.run();
                }
                return null;
              }));
    }
    for (Future<?> thread : running) {
      thread.get();
    }
  }

  private <T> T inOtherThread(java.util.concurrent.Callable<T> body)
      throws ExecutionException, InterruptedException {
    return others.submit(body).get();
  }

  @Test
  void noReadModifyWriteLosesAnUpdate() throws Exception {
    Word relaxed = memory.word("relaxed", 0);
    Word acquire = memory.word("acquire", 0);
    Word release = memory.word("release", 0);
    Word full = memory.word("full", 0);
    Word conditional = memory.word("conditional", 0);
    Word swapped = memory.word("swapped", 0);
    inThreads(
        () -> {
          relaxed.fetchAddRelaxed(1);
          acquire.fetchAddAcquire(1);
          release.fetchAddRelease(1);
          full.fetchAdd(1);
          conditional.fetchAddIfRelaxed(value -> value >= 0, 1);
          conditional.fetchAddIfAcquire(value -> value >= 0, 1);
          long old = swapped.readOnce();
          while (swapped.cmpxchgRelaxed(old, old + 1) != old) {
            old = swapped.readOnce();
          }
        });
    long all = (long) THREADS * ROUNDS;
    assertThat(relaxed.plain()).isEqualTo(all);
    assertThat(acquire.plain()).isEqualTo(all);
    assertThat(release.plain()).isEqualTo(all);
    assertThat(full.plain()).isEqualTo(all);
    assertThat(conditional.plain()).isEqualTo(2 * all);
    assertThat(swapped.plain()).isEqualTo(all);
  }

  @Test
  void aSpinLockExcludes() throws Exception {
    SpinLock lock = memory.spinLock("ptl");
    Word guarded = memory.word("guarded", 0);
    inThreads(
        () -> {
          lock.lock();
          guarded.plain(guarded.plain() + 1);
          lock.unlock();
        });
    assertThat(guarded.plain()).isEqualTo((long) THREADS * ROUNDS);
  }

  @Test
  void writersExcludeWritersAndReadersSeeNothingHalfDone() throws Exception {
    RwSemaphore sem = memory.rwSemaphore("mmap_lock");
    Word first = memory.word("first", 0);
    Word second = memory.word("second", 0);
    Word torn = memory.word("torn", 0);
    inThreads(
        () -> {
          sem.downRead();
          if (first.plain() != second.plain()) {
            torn.fetchAddRelaxed(1);
          }
          sem.upRead();
          sem.downWrite();
          first.plain(first.plain() + 1);
          second.plain(second.plain() + 1);
          sem.upWrite();
        });
    assertThat(torn.plain()).isZero();
    assertThat(first.plain()).isEqualTo((long) THREADS * ROUNDS);
  }

  @Test
  void nobodyWritesBetweenADowngradeAndTheUnlock() throws Exception {
    RwSemaphore sem = memory.rwSemaphore("mmap_lock");
    Word value = memory.word("value", 0);
    Word changed = memory.word("changed", 0);
    inThreads(
        () -> {
          sem.downWrite();
          long mine = value.plain() + 1;
          value.plain(mine);
          sem.downgradeWrite();
          if (value.plain() != mine) {
            changed.fetchAddRelaxed(1);
          }
          sem.upRead();
        });
    assertThat(changed.plain()).isZero();
    assertThat(value.plain()).isEqualTo((long) THREADS * ROUNDS);
  }

  @Test
  void readersShare() throws Exception {
    RwSemaphore sem = memory.rwSemaphore("mmap_lock");
    sem.downRead();
    boolean shared =
        inOtherThread(
            () -> {
              sem.downRead();
              sem.upRead();
              return true;
            });
    assertThat(shared).isTrue();
    sem.upRead();
  }

  @Test
  void aWaitingWriterKeepsNewReadersOut() throws Exception {
    RwSemaphore sem = memory.rwSemaphore("mmap_lock");
    sem.downRead();
    Future<?> writer =
        others.submit(
            () -> {
              sem.downWrite();
              sem.upWrite();
            });
    while (inOtherThread(() -> tryAndGiveBack(sem))) {
      Thread.onSpinWait();
    }
    assertThat(writer.isDone()).isFalse();
    sem.upRead();
    writer.get();
    assertThat(inOtherThread(() -> tryAndGiveBack(sem))).isTrue();
  }

  private static boolean tryAndGiveBack(RwSemaphore sem) {
    boolean taken = sem.downReadTrylock();
    if (taken) {
      sem.upRead();
    }
    return taken;
  }

  @Test
  void aLockIsHeldByItsOwnThreadOnly() throws Exception {
    RwSemaphore sem = memory.rwSemaphore("mmap_lock");
    SpinLock spin = memory.spinLock("ptl");
    sem.downWrite();
    spin.lock();
    assertThat(inOtherThread(() -> sem.heldByMe() || sem.writeHeldByMe() || spin.heldByMe()))
        .isFalse();
    KernelBug bug = inOtherThread(() -> bugOf(spin::unlock));
    assertThat(bug.kind()).isEqualTo(KernelBug.Kind.UNLOCK_NOT_HELD);
    assertThat(bug.name()).isEqualTo("ptl");
    KernelBug other = inOtherThread(() -> bugOf(sem::upWrite));
    assertThat(other.kind()).isEqualTo(KernelBug.Kind.UNLOCK_NOT_HELD);
    spin.unlock();
    sem.upWrite();
  }

  @Test
  void locksThatAreNeverGivenBackAreAFinding() throws Exception {
    KernelBug bug =
        inOtherThread(
            () ->
                bugOf(
                    () -> {
                      for (int i = 0; i < 100; i++) {
                        memory.lockMap("vma_lock").acquiredRead();
                      }
                    }));
    assertThat(bug.name()).isEqualTo("MAX_LOCK_DEPTH");
  }

  @Test
  void anAwaitEndsWhenAnotherThreadMakesTheConditionTrue() throws Exception {
    Word word = memory.word("word", 0);
    Future<?> waiter = others.submit(() -> memory.await(() -> word.readOnce() == 1));
    word.writeOnce(1);
    waiter.get();
  }

  @Test
  void synchronizeWaitsForASectionThatHasBegun() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    Future<?> reader =
        others.submit(
            () -> {
              memory.rcu().readLock();
              inside.countDown();
              leave.await();
              order.add("reader left");
              memory.rcu().readUnlock();
              return null;
            });
    inside.await();
    Future<?> updater =
        others.submit(
            () -> {
              memory.rcu().synchronize();
              order.add("grace period over");
            });
    CountDownLatch called = new CountDownLatch(1);
    memory.rcu().call(called::countDown);
    assertThat(called.getCount()).isEqualTo(1);
    assertThat(updater.isDone()).isFalse();
    leave.countDown();
    reader.get();
    updater.get();
    called.await();
    assertThat(order).containsExactly("reader left", "grace period over");
  }

  @Test
  void noReaderSeesWhatWasTakenAwayBeforeAGracePeriod() throws Exception {
    Pointer<Word> published = memory.pointer("published", memory.word("object", 0));
    Word seenFreed = memory.word("seen_freed", 0);
    Word updaters = memory.word("updaters", 0);
    inThreads(
        () -> {
          memory.rcu().readLock();
          if (published.rcuDereference().readOnce() != 0) {
            seenFreed.fetchAddRelaxed(1);
          }
          memory.rcu().readUnlock();
          if (updaters.fetchAddRelaxed(1) % 10 == 0) {
            Word old = published.xchg(memory.word("object", 0));
            memory.rcu().synchronize();
            old.writeOnce(1);
          }
        });
    assertThat(seenFreed.plain()).isZero();
  }
}
