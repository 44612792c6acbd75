package org.vmacheck.checks.syscall;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.vmacheck.checks.syscall.Machine.Task;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.FaultInjection;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.ops.AnonMigrate;
import org.vmacheck.model.ops.AnonName;
import org.vmacheck.model.ops.BinderAlloc;
import org.vmacheck.model.ops.Brk;
import org.vmacheck.model.ops.ClearRefs;
import org.vmacheck.model.ops.Coredump;
import org.vmacheck.model.ops.Errno;
import org.vmacheck.model.ops.ExecStack;
import org.vmacheck.model.ops.ExitMmap;
import org.vmacheck.model.ops.FileAccess;
import org.vmacheck.model.ops.Fork;
import org.vmacheck.model.ops.GupFast;
import org.vmacheck.model.ops.HugeZeroFolio;
import org.vmacheck.model.ops.Hugetlbfs;
import org.vmacheck.model.ops.Khugepaged;
import org.vmacheck.model.ops.Ksm;
import org.vmacheck.model.ops.Madvise;
import org.vmacheck.model.ops.Mbind;
import org.vmacheck.model.ops.MempolicyReader;
import org.vmacheck.model.ops.Migrate;
import org.vmacheck.model.ops.Mlock;
import org.vmacheck.model.ops.Mman;
import org.vmacheck.model.ops.Mmap;
import org.vmacheck.model.ops.Mprotect;
import org.vmacheck.model.ops.Mremap;
import org.vmacheck.model.ops.Mseal;
import org.vmacheck.model.ops.Munmap;
import org.vmacheck.model.ops.OomKill;
import org.vmacheck.model.ops.Pagemap;
import org.vmacheck.model.ops.PagemapScan;
import org.vmacheck.model.ops.PfnScan;
import org.vmacheck.model.ops.ProcMaps;
import org.vmacheck.model.ops.ProcMem;
import org.vmacheck.model.ops.Smaps;
import org.vmacheck.model.ops.Swap;
import org.vmacheck.model.ops.TaskVmaIter;
import org.vmacheck.model.ops.Truncate;
import org.vmacheck.model.ops.UffdFill;
import org.vmacheck.model.ops.UffdMove;
import org.vmacheck.model.ops.UffdWp;
import org.vmacheck.model.ops.Uprobes;
import org.vmacheck.model.ops.UserAccess;
import org.vmacheck.model.ops.Userfaultfd;
import org.vmacheck.model.ops.VmaReader;

/** Which path of the model each call takes. */
final class Dispatch {

  /** One kind of call on the model; pages are those of the model. */
  private interface Path<C extends SystemCall> {
    long run(Entry entry, C call);
  }

  /** What a call finds when it enters the kernel. */
  private record Entry(Kernel kernel, MmStruct mm, Task task) {
    <P> P path(Class<P> path) {
      return kernel.path(path);
    }

    long page(int page) {
      return (long) task.machine().base() + page;
    }

    long start(SystemCall.Range range) {
      return page(range.start());
    }
  }

  private static final Map<Class<?>, Path<?>> PATHS = new HashMap<>();

  private Dispatch() {}

  static {
    onFiles();
    on(SystemCall.Mmap.class, Dispatch::mmap);
    on(
        SystemCall.Munmap.class,
        (in, call) ->
            in.path(Munmap.class).munmap(in.mm, in.start(call.range()), call.range().pages()));
    on(
        SystemCall.Mprotect.class,
        (in, call) ->
            in.path(Mprotect.class)
                .mprotect(
                    in.mm, in.start(call.range()), call.range().pages(), Flag.bits(call.prot())));
    on(
        SystemCall.Madvise.class,
        (in, call) ->
            in.path(Madvise.class)
                .madvise(
                    in.mm, in.start(call.range()), call.range().pages(), advice(call.advice())));
    on(SystemCall.Mremap.class, Dispatch::mremap);
    on(
        SystemCall.Mlock.class,
        (in, call) ->
            in.path(Mlock.class).mlock(in.mm, in.start(call.range()), call.range().pages()));
    on(
        SystemCall.Munlock.class,
        (in, call) ->
            in.path(Mlock.class).munlock(in.mm, in.start(call.range()), call.range().pages()));
    on(
        SystemCall.Mseal.class,
        (in, call) ->
            in.path(Mseal.class).mseal(in.mm, in.start(call.range()), call.range().pages()));
    on(
        SystemCall.Mbind.class,
        (in, call) ->
            in.path(Mbind.class)
                .mbind(in.mm, in.start(call.range()), call.range().pages(), policy(call.policy())));
    on(
        SystemCall.SetAnonVmaName.class,
        (in, call) ->
            in.path(AnonName.class)
                .setAnonVmaName(
                    in.mm,
                    in.start(call.range()),
                    call.range().pages(),
                    call.name().isEmpty() ? null : call.name()));
    on(
        SystemCall.UffdRegister.class,
        (in, call) ->
            in.path(Userfaultfd.class)
                .userfaultfdRegister(in.mm, in.start(call.range()), call.range().pages()));
    on(
        SystemCall.UffdRegisterWaiting.class,
        (in, call) ->
            in.path(Userfaultfd.class)
                .userfaultfdRegisterWaiting(in.mm, in.start(call.range()), call.range().pages()));
    on(
        SystemCall.UffdWake.class,
        (in, call) -> {
          in.path(Userfaultfd.class).wakeUserfault();
          return 0;
        });
    on(
        SystemCall.UffdUnregister.class,
        (in, call) ->
            in.path(Userfaultfd.class)
                .userfaultfdUnregister(in.mm, in.start(call.range()), call.range().pages()));
    on(
        SystemCall.UffdCopy.class,
        (in, call) ->
            in.path(UffdFill.class)
                .copy(in.mm, in.page(call.page().number()), in.page(call.from().number())));
    on(
        SystemCall.UffdMove.class,
        (in, call) ->
            in.path(UffdMove.class)
                .move(in.mm, in.page(call.page().number()), in.page(call.from().number())));
    on(SystemCall.Fork.class, (in, call) -> fork(in));
    on(
        SystemCall.BecomeChild.class,
        (in, call) -> {
          in.task.become(in.path(Fork.class).dupMmap(in.mm));
          return 0;
        });
    on(SystemCall.Child.class, (in, call) -> in.task.callInChild(call.call()));
    on(
        SystemCall.Brk.class,
        (in, call) ->
            in.path(Brk.class).brk(in.mm, in.page(call.page().number()))
                - in.task.machine().base());
    on(
        SystemCall.Nomem.class,
        (in, call) -> injected(in, call.call(), faults -> faults.failAllocation(call.nth())));
    on(
        SystemCall.Killed.class,
        (in, call) -> injected(in, call.call(), faults -> faults.killInWait(call.nth())));
    on(
        SystemCall.Exit.class,
        (in, call) -> {
          in.task.exited();
          in.path(ExitMmap.class).mmput(in.mm);
          return 0;
        });
    on(SystemCall.Proc.class, Dispatch::proc);
    on(
        SystemCall.Read.class,
        (in, call) -> in.path(UserAccess.class).read(in.mm, in.page(call.page().number())));
    on(
        SystemCall.Write.class,
        (in, call) ->
            in.path(UserAccess.class).write(in.mm, in.page(call.page().number()), call.value()));
    on(SystemCall.Cached.class, Dispatch::cached);
    on(SystemCall.TouchAll.class, Dispatch::touchAll);
    on(
        SystemCall.Smaps.class,
        (in, call) -> {
          Smaps.Entry entry = in.path(Smaps.class).smaps(in.mm, in.page(call.page().number()));
          return entry == null ? -1 : entry.flags();
        });
    on(SystemCall.Maps.class, Dispatch::maps);
    on(
        SystemCall.AllSmaps.class,
        (in, call) -> in.path(Smaps.class).all(in.mm) >> in.task.machine().base());
    on(
        SystemCall.PagemapGuards.class,
        (in, call) -> in.path(Pagemap.class).guards(in.mm) >> in.task.machine().base());
    on(SystemCall.SmapsRollup.class, (in, call) -> in.path(Smaps.class).rollup(in.mm));
    on(
        SystemCall.ProcmapQuery.class,
        (in, call) ->
            in.path(ProcMaps.class).query(in.mm, in.page(call.page().number()))
                >> in.task.machine().base());
    on(
        SystemCall.VmaRead.class,
        (in, call) -> in.path(VmaReader.class).underVmaLock(in.mm, in.page(call.page().number())));
    on(
        SystemCall.MmapRead.class,
        (in, call) -> in.path(VmaReader.class).underMmapLock(in.mm, in.page(call.page().number())));
    on(
        SystemCall.VmaReadLocked.class,
        (in, call) -> in.path(VmaReader.class).handedOver(in.mm, in.page(call.page().number())));
    on(
        SystemCall.RmapRead.class,
        (in, call) ->
            in.path(VmaReader.class)
                .underRmapLock(in.task.machine().file(call.file()), call.offset()));
    on(SystemCall.WalkRead.class, (in, call) -> in.path(VmaReader.class).walkUnderWriteLock(in.mm));
    on(
        SystemCall.Uprobe.class,
        (in, call) ->
            in.path(Uprobes.class)
                .findActiveUprobeSpeculative(in.mm, in.page(call.page().number())));
    on(
        SystemCall.PfnScan.class,
        (in, call) -> in.path(PfnScan.class).scanTable(in.mm, in.page(call.page().number())));
    on(
        SystemCall.PagemapScan.class,
        (in, call) ->
            in.path(PagemapScan.class)
                .doPagemapScan(in.mm, in.start(call.range()), call.range().pages()));
    on(
        SystemCall.ClearRefs.class,
        (in, call) -> {
          in.path(ClearRefs.class).clearRefsWrite(in.mm);
          return 0;
        });
    on(
        SystemCall.Collapse.class,
        (in, call) -> {
          AddressSpace file = in.task.machine().file(call.file());
          in.path(Khugepaged.class).collapseFile(file, call.offset(), in.task.machine().geometry());
          return 0;
        });
  }

  private static void onFiles() {
    on(
        SystemCall.AnonRmapRead.class,
        (in, call) ->
            in.path(VmaReader.class).underAnonVmaLock(in.mm, in.page(call.page().number())));
    on(
        SystemCall.PinPage.class,
        (in, call) ->
            in.path(GupFast.class).pinUserPagesFast(in.mm, in.page(call.page().number())));
    on(
        SystemCall.Truncate.class,
        (in, call) -> {
          in.path(Truncate.class)
              .truncateSetsize(in.task.machine().file(call.file()), call.pages());
          return 0;
        });
    on(
        SystemCall.PunchHole.class,
        (in, call) -> {
          in.path(Hugetlbfs.class)
              .hugetlbfsPunchHole(in.task.machine().file(call.file()), call.offset());
          return 0;
        });
    on(
        SystemCall.Migrate.class,
        (in, call) ->
            in.path(Migrate.class)
                .migratePages(in.task.machine().file(call.file()), call.offset()));
    on(
        SystemCall.ProcessMrelease.class,
        (in, call) -> in.path(OomKill.class).processMrelease(in.mm));
    on(
        SystemCall.Coredump.class,
        (in, call) -> in.path(Coredump.class).dumpVmaSnapshot(in.mm) >> in.task.machine().base());
    on(
        SystemCall.DriverZap.class,
        (in, call) -> {
          AddressSpace buffer = in.task.machine().file(call.file());
          in.path(BinderAlloc.class).freePage(in.mm, buffer, in.page(call.page().number()));
          return 0;
        });
    on(
        SystemCall.AllocPolicy.class,
        (in, call) ->
            in.path(MempolicyReader.class).underVmaLock(in.mm, in.page(call.page().number())));
    on(
        SystemCall.FutexNode.class,
        (in, call) ->
            in.path(MempolicyReader.class).speculatively(in.mm, in.page(call.page().number())));
    on(
        SystemCall.WriteFile.class,
        (in, call) ->
            in.path(FileAccess.class)
                .write(in.task.machine().file(call.file()), in.mm, in.page(call.page().number())));
    on(
        SystemCall.ProcmapBuildId.class,
        (in, call) ->
            in.path(ProcMaps.class).queryBuildId(in.mm, in.page(call.page().number()))
                >> in.task.machine().base());
    on(
        SystemCall.BpfTaskVma.class,
        (in, call) -> in.path(TaskVmaIter.class).visit(in.mm) >> in.task.machine().base());
    on(SystemCall.HugeZeroFault.class, (in, call) -> in.path(HugeZeroFolio.class).fault());
    on(
        SystemCall.ShrinkHugeZero.class,
        (in, call) -> {
          in.path(HugeZeroFolio.class).shrink();
          return 0;
        });
    on(
        SystemCall.UffdRegisterWp.class,
        (in, call) ->
            in.path(Userfaultfd.class)
                .userfaultfdRegisterWp(in.mm, in.start(call.range()), call.range().pages()));
    on(
        SystemCall.UffdWp.class,
        (in, call) ->
            in.path(UffdWp.class)
                .writeProtect(in.mm, in.start(call.range()), call.range().pages()));
    on(
        SystemCall.UffdWpResolve.class,
        (in, call) ->
            in.path(UffdWp.class).resolve(in.mm, in.start(call.range()), call.range().pages()));
    on(
        SystemCall.KsmUnmerge.class,
        (in, call) -> {
          in.path(Ksm.class).unmergeAndRemoveAllRmapItems();
          return 0;
        });
    on(
        SystemCall.UprobeRegister.class,
        (in, call) -> {
          in.path(Uprobes.class).register(in.task.machine().file(call.file()), call.offset());
          return 0;
        });
    on(
        SystemCall.Swapoff.class,
        (in, call) -> {
          in.path(Swap.class).tryToUnuse();
          return 0;
        });
    on(
        SystemCall.CreateInitStackVma.class,
        (in, call) ->
            in.path(ExecStack.class).createInitStackVma(in.mm, in.page(call.page().number())));
    on(
        SystemCall.SetupArgPages.class,
        (in, call) ->
            in.path(ExecStack.class).setupArgPages(in.mm, in.page(call.page().number()) + 1));
    on(
        SystemCall.MigrateAnon.class,
        (in, call) ->
            in.path(AnonMigrate.class).migratePages(in.mm, in.page(call.page().number())));
    on(SystemCall.KsmScan.class, (in, call) -> in.path(Ksm.class).scan());
  }

  private static <C extends SystemCall> void on(Class<C> type, Path<C> path) {
    PATHS.put(type, path);
  }

  static long run(Task task, SystemCall call) {
    return run(new Entry(task.machine().kernel(), task.mm(), task), call);
  }

  @SuppressWarnings("unchecked")
  private static <C extends SystemCall> long run(Entry entry, C call) {
    return ((Path<C>) PATHS.get(call.getClass())).run(entry, call);
  }

  private static long mmap(Entry in, SystemCall.Mmap call) {
    long flags =
        Flag.bits(call.flags())
            | (call.isShared() ? 0 : Mman.MAP_PRIVATE)
            | (call.isAnonymous() ? Mman.MAP_ANONYMOUS : 0);
    Mmap.Request request =
        new Mmap.Request(
            Flag.bits(call.prot()),
            flags,
            mapping(in, call),
            call.isAnonymous() ? 0 : call.offset());
    long start =
        in.path(Mmap.class).mmap(in.mm, in.start(call.range()), call.range().pages(), request);
    return inWindow(in, start);
  }

  private static AddressSpace mapping(Entry in, SystemCall.Mmap call) {
    if (!call.isAnonymous()) {
      return in.task.machine().file(call.file());
    }
    // Shared anonymous memory is a file without a name.
    boolean shmem = call.isShared() && call.range().pages() > 0;
    return shmem ? in.kernel.newShmem("shmem", call.range().pages()) : null;
  }

  private static long mremap(Entry in, SystemCall.Mremap call) {
    long start =
        in.path(Mremap.class)
            .mremap(
                in.mm,
                in.start(call.range()),
                call.range().pages(),
                call.newPages(),
                Flag.bits(call.flags()),
                in.page(call.to().number()));
    return inWindow(in, start);
  }

  private static long inWindow(Entry in, long start) {
    return start < 0 ? start : start - in.task.machine().base();
  }

  private static long maps(Entry in, SystemCall.Maps call) {
    return in.path(ProcMaps.class).maps(in.mm) >> in.task.machine().base();
  }

  /** copy_mm() has one error for all that can happen to it. */
  private static long fork(Entry in) {
    MmStruct made = in.path(Fork.class).dupMmap(in.mm);
    if (made == null) {
      return -Errno.ENOMEM;
    }
    in.task.forked(made);
    return 0;
  }

  private static long injected(Entry in, SystemCall call, Consumer<FaultInjection> arm) {
    FaultInjection faults = in.kernel.memory().faultInjection();
    arm.accept(faults);
    long result = in.task.call(call);
    faults.reset();
    return result;
  }

  private static long proc(Entry in, SystemCall.Proc call) {
    long nothing = call.returns() == SystemCall.Returns.FLAGS ? -1 : 0;
    ProcMem file = in.path(ProcMem.class);
    long result = file.read(in.mm, () -> in.task.call(call.call()), nothing);
    file.procMapRelease(in.mm);
    return result;
  }

  private static long cached(Entry in, SystemCall.Cached call) {
    UserAccess access = in.path(UserAccess.class);
    if (call.call() instanceof SystemCall.Write write) {
      return access.cachedWrite(in.mm, in.page(write.page().number()), write.value());
    }
    SystemCall.Read read = (SystemCall.Read) call.call();
    return access.cachedRead(in.mm, in.page(read.page().number()));
  }

  private static long touchAll(Entry in, SystemCall.TouchAll call) {
    int window = in.task.machine().window();
    call.reads(window).forEach(in.task::call);
    call.writes(window).forEach(in.task::call);
    return 0;
  }

  /** The default is no policy. */
  private static String policy(Policy policy) {
    return policy == Policy.MPOL_DEFAULT ? null : policy.name();
  }

  private static Madvise.Advice advice(Advice advice) {
    return Madvise.Advice.valueOf(advice.name().substring("MADV_".length()));
  }
}
