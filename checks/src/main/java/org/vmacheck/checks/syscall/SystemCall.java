package org.vmacheck.checks.syscall;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A system call, or another kernel path that a thread can take, as data: it runs on the model, is
 * written as C, drawn at random, given to Lincheck, shrunk, and printed in a counterexample. Its
 * text is that of a selftest, {@code madvise(0, 1, MADV_GUARD_INSTALL)}; addresses and lengths are
 * pages of the window that it all happens in.
 *
 * <p>A new one is a record here, a line in {@link Dispatch}, a line in the wire form of the
 * comparison with the kernel or the reason why it is not compared, and an example in the tests.
 */
public sealed interface SystemCall {

  /** Pages [start, start + pages). */
  record Range(int start, int pages) {
    public int end() {
      return start + pages;
    }
  }

  /** One page. */
  record Page(int number) {}

  /** What an argument is when it is left out. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  @interface Else {
    String value();
  }

  /** What the number means that a call returns. */
  enum Returns {
    /** 0 or a negated errno. */
    STATUS,
    /** The first page of a mapping, or a negated errno. */
    ADDRESS,
    /** What a page holds, 0 for a store, or a signal. */
    VALUE,
    /** Bits of {@code vm_flags}, -1 for no VMA. */
    FLAGS,
    /** A bit a page of the window. */
    PAGES,
    /** How many of something. */
    NUMBER
  }

  /** A call that is about all pages of a range, and about nothing else. */
  interface OnRange {
    Range range();

    /** The same call on other pages. */
    SystemCall on(Range other);
  }

  /** The function that is called, as the text spells it: {@code become_child}. */
  default String function() {
    return CallShape.of(this).name();
  }

  /** As a selftest spells it. */
  default String text() {
    return CallShape.of(this).text(this);
  }

  /** The first page after everything that the call names; 0 if it names no page. */
  default int end() {
    return CallShape.of(this).end(this);
  }

  default Returns returns() {
    return Returns.STATUS;
  }

  /**
   * {@code mmap(2)}. Private unless {@code MAP_SHARED}, anonymous unless a file is named. Without
   * {@code MAP_FIXED} or {@code MAP_FIXED_NOREPLACE} the address is a hint.
   *
   * @param offset into the file, in pages
   */
  record Mmap(
      Range range,
      Set<Prot> prot,
      @Else("0") Set<MapFlag> flags,
      @Else("") String file,
      @Else("0") int offset)
      implements SystemCall, OnRange {
    public Mmap {
      prot = Set.copyOf(prot);
      flags = Set.copyOf(flags);
    }

    public boolean isShared() {
      return flags.contains(MapFlag.MAP_SHARED);
    }

    public boolean isAnonymous() {
      return file.isEmpty();
    }

    /** Of a file the same page stays at the same place. */
    @Override
    public Mmap on(Range other) {
      int moved = isAnonymous() ? offset : offset + other.start() - range.start();
      return new Mmap(other, prot, flags, file, moved);
    }

    @Override
    public Returns returns() {
      return Returns.ADDRESS;
    }
  }

  /** {@code munmap(2)}. */
  record Munmap(Range range) implements SystemCall, OnRange {
    @Override
    public Munmap on(Range other) {
      return new Munmap(other);
    }
  }

  /** {@code mprotect(2)}. */
  record Mprotect(Range range, Set<Prot> prot) implements SystemCall, OnRange {
    public Mprotect {
      prot = Set.copyOf(prot);
    }

    @Override
    public Mprotect on(Range other) {
      return new Mprotect(other, prot);
    }
  }

  /** {@code madvise(2)}. */
  record Madvise(Range range, Advice advice) implements SystemCall, OnRange {
    @Override
    public Madvise on(Range other) {
      return new Madvise(other, advice);
    }
  }

  /**
   * {@code mremap(2)}.
   *
   * @param to the new address, which only counts with {@code MREMAP_FIXED}
   */
  record Mremap(Range range, int newPages, @Else("0") Set<RemapFlag> flags, @Else("0") Page to)
      implements SystemCall {
    public Mremap {
      flags = Set.copyOf(flags);
    }

    public boolean has(RemapFlag flag) {
      return flags.contains(flag);
    }

    /** What the result covers if the kernel does not choose where. */
    public Range target() {
      return new Range(has(RemapFlag.MREMAP_FIXED) ? to.number() : range.start(), newPages);
    }

    @Override
    public int end() {
      return Math.max(range.end(), target().end());
    }

    @Override
    public Returns returns() {
      return Returns.ADDRESS;
    }
  }

  /** {@code mlock(2)}. */
  record Mlock(Range range) implements SystemCall, OnRange {
    @Override
    public Mlock on(Range other) {
      return new Mlock(other);
    }
  }

  /** {@code munlock(2)}. */
  record Munlock(Range range) implements SystemCall, OnRange {
    @Override
    public Munlock on(Range other) {
      return new Munlock(other);
    }
  }

  /** {@code mseal(2)}: for good. */
  record Mseal(Range range) implements SystemCall, OnRange {
    @Override
    public Mseal on(Range other) {
      return new Mseal(other);
    }
  }

  /**
   * {@code mbind(2)} with a policy of the first node, or of none if it takes none, and without
   * flags.
   */
  record Mbind(Range range, Policy policy) implements SystemCall, OnRange {
    @Override
    public Mbind on(Range other) {
      return new Mbind(other, policy);
    }
  }

  /**
   * {@code prctl(PR_SET_VMA, PR_SET_VMA_ANON_NAME)}.
   *
   * @param name empty to take it away
   */
  record SetAnonVmaName(Range range, @Else("") String name) implements SystemCall, OnRange {
    @Override
    public SetAnonVmaName on(Range other) {
      return new SetAnonVmaName(other, name);
    }
  }

  /**
   * {@code UFFDIO_REGISTER} for missing pages, with a context that has {@code UFFD_FEATURE_SIGBUS}.
   */
  record UffdRegister(Range range) implements SystemCall, OnRange {
    @Override
    public UffdRegister on(Range other) {
      return new UffdRegister(other);
    }
  }

  /** {@code UFFDIO_UNREGISTER}. */
  record UffdUnregister(Range range) implements SystemCall, OnRange {
    @Override
    public UffdUnregister on(Range other) {
      return new UffdUnregister(other);
    }
  }

  /**
   * {@code UFFDIO_COPY} of one page into private memory.
   *
   * @param from the page that is copied
   */
  record UffdCopy(Page page, Page from) implements SystemCall {}

  /** {@code UFFDIO_MOVE} of one page of anonymous memory. */
  record UffdMove(Page page, Page from) implements SystemCall {}

  /** {@code fork(2)}: the caller goes on, and the child stays as it is, to be looked at. */
  record Fork() implements SystemCall {}

  /** {@code fork(2)}, and the caller goes on as the child. */
  record BecomeChild() implements SystemCall {}

  /** A call that the child of the last {@code fork()} of this thread makes. */
  record Child(SystemCall call) implements SystemCall {
    @Override
    public Returns returns() {
      return call.returns();
    }
  }

  /**
   * {@code brk(2)}: moves the end of the heap, which begins at page 0. Gives the first page after
   * it, which is the old one if it could not be moved.
   */
  record Brk(Page page) implements SystemCall {
    @Override
    public int end() {
      return page.number();
    }

    @Override
    public Returns returns() {
      return Returns.NUMBER;
    }
  }

  /**
   * A call in which an allocation fails ({@code /proc/self/fail-nth}).
   *
   * @param nth which one, from 1
   */
  record Nomem(SystemCall call, @Else("1") int nth) implements SystemCall {
    @Override
    public Returns returns() {
      return call.returns();
    }
  }

  /**
   * A call in which a fatal signal arrives, at the moment when it is about to sleep in a killable
   * wait. The thread makes no other call.
   *
   * @param nth the how manieth such moment, from 1
   */
  record Killed(SystemCall call, @Else("1") int nth) implements SystemCall {
    @Override
    public Returns returns() {
      return call.returns();
    }
  }

  /**
   * {@code exit(2)}: the thread leaves the process, and the last one takes the address space down.
   * In a page that has one, the threads without it belong to other processes.
   */
  record Exit() implements SystemCall {}

  /** {@code smaps()} or {@code maps()} by another process, which has opened the file before. */
  record Proc(SystemCall call) implements SystemCall {
    @Override
    public Returns returns() {
      return call.returns();
    }
  }

  /** A load at the start of a page. */
  record Read(Page page) implements SystemCall {
    @Override
    public Returns returns() {
      return Returns.VALUE;
    }
  }

  /** A store at the start of a page. */
  record Write(Page page, @Else("1") int value) implements SystemCall {
    @Override
    public Returns returns() {
      return Returns.VALUE;
    }
  }

  /**
   * A load or a store by a processor that keeps the translation until it is flushed, on a kernel
   * with {@code tlb}; on all others there is no such processor.
   */
  record Cached(SystemCall call) implements SystemCall {
    @Override
    public Returns returns() {
      return Returns.VALUE;
    }
  }

  /** Every page of the window is read, then every page is written, each with its own value. */
  record TouchAll() implements SystemCall {
    private static final int FIRST_VALUE = 0xa0;
    private static final int VALUES = 16;

    /** The first half, page by page. */
    public List<SystemCall> reads(int window) {
      return IntStream.range(0, window).<SystemCall>mapToObj(i -> new Read(new Page(i))).toList();
    }

    /** The second half, page by page. */
    public List<SystemCall> writes(int window) {
      return IntStream.range(0, window)
          .<SystemCall>mapToObj(i -> new Write(new Page(i), FIRST_VALUE + i % VALUES))
          .toList();
    }
  }

  /** The flags that {@code /proc/PID/smaps} prints for the VMA of a page. */
  record Smaps(Page page) implements SystemCall {
    @Override
    public Returns returns() {
      return Returns.FLAGS;
    }
  }

  /** The pages that {@code /proc/PID/maps} prints, read as a whole. */
  record Maps() implements SystemCall {
    @Override
    public Returns returns() {
      return Returns.PAGES;
    }
  }

  /** The pages that {@code /proc/PID/smaps} prints, read as a whole. */
  record AllSmaps() implements SystemCall {
    @Override
    public Returns returns() {
      return Returns.PAGES;
    }
  }

  /** The pages of which {@code /proc/PID/pagemap} says that they are guards. */
  record PagemapGuards() implements SystemCall {
    @Override
    public Returns returns() {
      return Returns.PAGES;
    }
  }

  /** {@code /proc/PID/smaps_rollup}: how many pages are present. */
  record SmapsRollup() implements SystemCall {
    @Override
    public Returns returns() {
      return Returns.NUMBER;
    }
  }

  /** {@code PROCMAP_QUERY}: the pages of the VMA that covers a page, or of the next one. */
  record ProcmapQuery(Page page) implements SystemCall {
    @Override
    public Returns returns() {
      return Returns.PAGES;
    }
  }

  /**
   * A kernel path that holds the VMA read lock of a page, taken as a fault takes it, and looks at
   * the VMA twice. Gives its flags without {@code gu}, or -1.
   */
  record VmaRead(Page page) implements SystemCall {
    @Override
    public Returns returns() {
      return Returns.FLAGS;
    }
  }

  /** The same under mmap_lock for reading. */
  record MmapRead(Page page) implements SystemCall {
    @Override
    public Returns returns() {
      return Returns.FLAGS;
    }
  }

  /** The same under a VMA read lock that was taken under mmap_lock, which is dropped before. */
  record VmaReadLocked(Page page) implements SystemCall {
    @Override
    public Returns returns() {
      return Returns.FLAGS;
    }
  }

  /**
   * A walk over the VMAs that map a page of a file, under its {@code i_mmap_rwsem} alone, that
   * looks at the range of each twice. Gives how many there are.
   */
  record RmapRead(String file, @Else("0") int offset) implements SystemCall {
    @Override
    public Returns returns() {
      return Returns.NUMBER;
    }
  }

  /**
   * A walk over all page tables under mmap_lock for writing, which write-locks each VMA that it
   * comes to, and looks at each entry twice. Gives how many pages are present.
   */
  record WalkRead() implements SystemCall {
    @Override
    public Returns returns() {
      return Returns.NUMBER;
    }
  }

  /**
   * A uprobe looks up, without a lock, which page of a file lies at a page. Gives the page of the
   * file, or -1: it is none of a file, or somebody changes the address space.
   */
  record Uprobe(Page page) implements SystemCall {
    @Override
    public Returns returns() {
      return Returns.NUMBER;
    }
  }

  /**
   * A walk over the VMAs that may map an anonymous page, under the lock of its anon_vma alone, that
   * looks at the range of each twice. Gives how many there are.
   */
  record AnonRmapRead(Page page) implements SystemCall {
    @Override
    public Returns returns() {
      return Returns.NUMBER;
    }
  }

  /** {@code PAGEMAP_SCAN} that write-protects pages, of a mapping of huge pages. */
  record PagemapScan(Range range) implements SystemCall {}

  /**
   * Somebody who goes through physical memory takes a reference to the page that the page table of
   * a page lies in, and drops it.
   */
  record PfnScan(Page page) implements SystemCall {}

  /** {@code echo 4 > /proc/PID/clear_refs}: clears the soft-dirty bits of all VMAs. */
  record ClearRefs() implements SystemCall {}

  /**
   * khugepaged, or {@code MADV_COLLAPSE} of another process that maps the file, collapses the PMD
   * range that begins at a page of the file.
   */
  record Collapse(String file, @Else("0") int offset) implements SystemCall {}

  /**
   * {@code pin_user_pages_fast()}: a driver pins a page for a device that writes to it, and keeps
   * it pinned; {@code -EFAULT} if that takes more than the lockless walk.
   */
  record PinPage(Page page) implements SystemCall {}

  /**
   * {@code ftruncate(2)}: the file has so many pages from now on.
   *
   * @param pages at most as many as it had
   */
  record Truncate(String file, int pages) implements SystemCall {}

  /** {@code FALLOC_FL_PUNCH_HOLE}: a page of a file of huge pages is not there any more. */
  record PunchHole(String file, @Else("0") int offset) implements SystemCall {}

  /**
   * {@code migrate_pages()}, as memory compaction calls it: the folio of a page of the file moves
   * to another frame, unless somebody uses it.
   */
  record Migrate(String file, @Else("0") int offset) implements SystemCall {}

  /** {@code process_mrelease(2)} by another process, of one that is about to end. */
  record ProcessMrelease() implements SystemCall {}

  /** The process dumps core: the pages that are mapped. Its other threads stand for processes. */
  record Coredump() implements SystemCall {
    @Override
    public Returns returns() {
      return Returns.PAGES;
    }
  }

  /**
   * A driver takes a page of its buffer, which is a file here, out of the address space, at the
   * address where the buffer was mapped.
   */
  record DriverZap(String file, Page page) implements SystemCall {}

  /**
   * What a fault goes by that needs a page: the policy of its VMA, under the VMA read lock. Gives 1
   * if there is one.
   */
  record AllocPolicy(Page page) implements SystemCall {
    @Override
    public Returns returns() {
      return Returns.NUMBER;
    }
  }

  /** The same for a futex, without any lock. */
  record FutexNode(Page page) implements SystemCall {
    @Override
    public Returns returns() {
      return Returns.NUMBER;
    }
  }

  /** {@code write(2)} to a file, from a page. */
  record WriteFile(String file, Page page) implements SystemCall {}

  /** {@code PROCMAP_QUERY} that asks for the build id as well, which is in the file. */
  record ProcmapBuildId(Page page) implements SystemCall {
    @Override
    public Returns returns() {
      return Returns.PAGES;
    }
  }

  /** A BPF program goes over all VMAs, and reads the file of each: the pages of those. */
  record BpfTaskVma() implements SystemCall {
    @Override
    public Returns returns() {
      return Returns.PAGES;
    }
  }

  /**
   * A read fault that maps the huge page of zeroes, and lets it go again. Gives 1 if what it mapped
   * is known for what it is.
   */
  record HugeZeroFault() implements SystemCall {
    @Override
    public Returns returns() {
      return Returns.NUMBER;
    }
  }

  /** Memory is short, and the huge page of zeroes is given back if nobody has it mapped. */
  record ShrinkHugeZero() implements SystemCall {}

  /**
   * {@code UFFDIO_WRITEPROTECT}: stores to the pages are faults that userfaultfd is asked about. In
   * a file also to those that are not mapped yet.
   */
  record UffdWp(Range range) implements SystemCall, OnRange {
    @Override
    public UffdWp on(Range other) {
      return new UffdWp(other);
    }
  }

  /** {@code UFFDIO_WRITEPROTECT} without {@code UFFDIO_WRITEPROTECT_MODE_WP}: takes that back. */
  record UffdWpResolve(Range range) implements SystemCall, OnRange {
    @Override
    public UffdWpResolve on(Range other) {
      return new UffdWpResolve(other);
    }
  }

  /** {@code UFFDIO_REGISTER} to write-protect pages, none of which is. */
  record UffdRegisterWp(Range range) implements SystemCall, OnRange {
    @Override
    public UffdRegisterWp on(Range other) {
      return new UffdRegisterWp(other);
    }
  }

  /** {@code echo 2 > /sys/kernel/mm/ksm/run}: KSM takes back what it has done, in all processes. */
  record KsmUnmerge() implements SystemCall {}

  /** A uprobe is registered at a page of a file, and gets into every mapping to be executed. */
  record UprobeRegister(String file, @Else("0") int offset) implements SystemCall {}

  /**
   * {@code UFFDIO_REGISTER} for missing pages with a context that does not ask for SIGBUS: who
   * touches such a page waits.
   */
  record UffdRegisterWaiting(Range range) implements SystemCall, OnRange {
    @Override
    public UffdRegisterWaiting on(Range other) {
      return new UffdRegisterWaiting(other);
    }
  }

  /** {@code UFFDIO_WAKE}: who waits for a page of the range looks again. */
  record UffdWake(Range range) implements SystemCall, OnRange {
    @Override
    public UffdWake on(Range other) {
      return new UffdWake(other);
    }
  }

  /** {@code swapoff(2)}: what is swapped out anywhere is read back. */
  record Swapoff() implements SystemCall {}

  /** {@code execve(2)} begins: a stack of one page, which is not where it will be. */
  record CreateInitStackVma(Page page) implements SystemCall {}

  /** {@code execve(2)} goes on: the stack moves down, to end with this page. */
  record SetupArgPages(Page page) implements SystemCall {}

  /** Compaction moves the anonymous page that was mapped here at first to another frame. */
  record MigrateAnon(Page page) implements SystemCall {}

  /** The thread of KSM looks at all VMAs that it knows of. Gives how many may be merged. */
  record KsmScan() implements SystemCall {
    @Override
    public Returns returns() {
      return Returns.NUMBER;
    }
  }
}
