package org.vmacheck.checks.conform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.vmacheck.checks.syscall.Flag;
import org.vmacheck.checks.syscall.SystemCall;
import org.vmacheck.model.ops.Mman;

/**
 * Calls as the kernel's side reads them: the text form with every argument there, and numbers for
 * constants, which are those of {@code asm-generic}. A kind of call without a line here is not
 * compared with the kernel.
 */
final class WireForm {

  private static final int NO_FILE = -1;
  private static final int THE_FILE = 0;

  private static final Map<Class<?>, Function<SystemCall, String>> FORMS = new LinkedHashMap<>();

  private static final Map<Class<?>, String> NOT_COMPARED = new LinkedHashMap<>();

  static {
    on(
        SystemCall.Mmap.class,
        call ->
            pages(call.range())
                + number(Flag.bits(call.prot()))
                + number(Flag.bits(call.flags()) | (call.isShared() ? 0 : Mman.MAP_PRIVATE))
                + number(call.isAnonymous() ? NO_FILE : THE_FILE)
                + number(call.offset()));
    on(SystemCall.Munmap.class, call -> pages(call.range()));
    on(SystemCall.Mprotect.class, call -> pages(call.range()) + number(Flag.bits(call.prot())));
    on(SystemCall.Madvise.class, call -> pages(call.range()) + number(call.advice().number()));
    on(
        SystemCall.Mremap.class,
        call ->
            pages(call.range())
                + number(call.newPages())
                + number(Flag.bits(call.flags()))
                + number(call.to().number()));
    on(SystemCall.Mlock.class, call -> pages(call.range()));
    on(SystemCall.Munlock.class, call -> pages(call.range()));
    on(SystemCall.Mseal.class, call -> pages(call.range()));
    on(SystemCall.Mbind.class, call -> pages(call.range()) + number(call.policy().number()));
    on(
        SystemCall.SetAnonVmaName.class,
        call -> pages(call.range()) + (call.name().isEmpty() ? "" : ", " + call.name()));
    on(SystemCall.Brk.class, call -> String.valueOf(call.page().number()));
    on(SystemCall.UffdRegister.class, call -> pages(call.range()));
    on(SystemCall.UffdRegisterWp.class, call -> pages(call.range()));
    on(SystemCall.UffdUnregister.class, call -> pages(call.range()));
    on(SystemCall.UffdWp.class, call -> pages(call.range()));
    on(SystemCall.UffdWpResolve.class, call -> pages(call.range()));
    on(SystemCall.UffdCopy.class, call -> call.page().number() + number(call.from().number()));
    on(SystemCall.UffdMove.class, call -> call.page().number() + number(call.from().number()));
    on(SystemCall.Fork.class, call -> "");
    on(SystemCall.BecomeChild.class, call -> "");
    on(SystemCall.Read.class, call -> String.valueOf(call.page().number()));
    on(SystemCall.Write.class, call -> call.page().number() + number(call.value()));
    on(SystemCall.TouchAll.class, call -> "");
    NOT_COMPARED.put(SystemCall.PagemapScan.class, "huge pages are not compared");
    NOT_COMPARED.put(SystemCall.PfnScan.class, "no system call does that alone");
    NOT_COMPARED.put(SystemCall.Cached.class, "a load or a store, which are compared");
    NOT_COMPARED.put(SystemCall.Child.class, "the child of fork() is looked at at once, and ends");
    NOT_COMPARED.put(SystemCall.Nomem.class, "a kernel can only be asked to if built for it");
    NOT_COMPARED.put(SystemCall.Killed.class, "who is killed cannot tell of it");
    NOT_COMPARED.put(SystemCall.Exit.class, "nothing is left to compare");
    NOT_COMPARED.put(SystemCall.Proc.class, "the flags and ranges are compared after every call");
    NOT_COMPARED.put(SystemCall.Smaps.class, "the flags are compared after every call");
    NOT_COMPARED.put(SystemCall.Maps.class, "the ranges are compared after every call");
    NOT_COMPARED.put(SystemCall.AllSmaps.class, "the ranges are compared after every call");
    NOT_COMPARED.put(SystemCall.PagemapGuards.class, "the entries are compared after every call");
    NOT_COMPARED.put(SystemCall.SmapsRollup.class, "the entries are compared after every call");
    NOT_COMPARED.put(SystemCall.ProcmapQuery.class, "the ranges are compared after every call");
    NOT_COMPARED.put(SystemCall.VmaRead.class, "no system call does that alone");
    NOT_COMPARED.put(SystemCall.MmapRead.class, "no system call does that alone");
    NOT_COMPARED.put(SystemCall.VmaReadLocked.class, "no system call does that alone");
    NOT_COMPARED.put(SystemCall.RmapRead.class, "no system call does that alone");
    NOT_COMPARED.put(SystemCall.WalkRead.class, "no system call does that alone");
    NOT_COMPARED.put(SystemCall.Uprobe.class, "no system call does that alone");
    NOT_COMPARED.put(
        SystemCall.ClearRefs.class, "soft-dirty depends on the kernel's configuration");
    NOT_COMPARED.put(SystemCall.Truncate.class, "the files that are compared keep their size");
    NOT_COMPARED.put(SystemCall.Migrate.class, "which frame a page lies in is not compared");
    NOT_COMPARED.put(SystemCall.AnonRmapRead.class, "no system call does that alone");
    NOT_COMPARED.put(SystemCall.PinPage.class, "no system call does that alone");
    NOT_COMPARED.put(SystemCall.Collapse.class, "huge pages are not compared");
    NOT_COMPARED.put(SystemCall.ProcessMrelease.class, "nothing is left to compare");
    NOT_COMPARED.put(SystemCall.Coredump.class, "nothing is left to compare");
    NOT_COMPARED.put(SystemCall.DriverZap.class, "no system call does that alone");
    NOT_COMPARED.put(SystemCall.FutexNode.class, "no system call does that alone");
    NOT_COMPARED.put(SystemCall.AllocPolicy.class, "no system call does that alone");
    NOT_COMPARED.put(SystemCall.ProcmapBuildId.class, "the ranges are compared after every call");
    NOT_COMPARED.put(SystemCall.BpfTaskVma.class, "no system call does that alone");
    NOT_COMPARED.put(SystemCall.WriteFile.class, "what is in files is not compared");
    NOT_COMPARED.put(SystemCall.ShrinkHugeZero.class, "no system call does that alone");
    NOT_COMPARED.put(SystemCall.HugeZeroFault.class, "huge pages are not compared");
    NOT_COMPARED.put(SystemCall.KsmUnmerge.class, "KSM is one for all processes");
    NOT_COMPARED.put(SystemCall.UprobeRegister.class, "uprobes are for all processes");
    NOT_COMPARED.put(SystemCall.PunchHole.class, "huge pages are not compared");
    NOT_COMPARED.put(SystemCall.UffdRegisterWaiting.class, "one thread has nobody to wake it");
    NOT_COMPARED.put(SystemCall.UffdWake.class, "one thread has nobody to wake");
    NOT_COMPARED.put(SystemCall.CreateInitStackVma.class, "exec replaces the program");
    NOT_COMPARED.put(SystemCall.SetupArgPages.class, "exec replaces the program");
    NOT_COMPARED.put(SystemCall.MigrateAnon.class, "which frame a page has shows nowhere");
    NOT_COMPARED.put(SystemCall.Swapoff.class, "swap is for all processes");
    NOT_COMPARED.put(SystemCall.KsmScan.class, "no system call does that alone");
  }

  private WireForm() {}

  private static <C extends SystemCall> void on(Class<C> type, Function<C, String> arguments) {
    FORMS.put(type, call -> call.function() + "(" + arguments.apply(type.cast(call)) + ")");
  }

  private static String pages(SystemCall.Range range) {
    return range.start() + number(range.pages());
  }

  private static String number(long argument) {
    return ", " + argument;
  }

  /** Whether the kernel's side has such a call. */
  static boolean has(Class<?> type) {
    return FORMS.containsKey(type);
  }

  /** Why a kind of call is not compared, null if it is. */
  static String whyNotCompared(Class<?> type) {
    return NOT_COMPARED.get(type);
  }

  /** {@code mprotect(2, 1, 3)}. */
  static String of(SystemCall call) {
    return FORMS.get(call.getClass()).apply(call);
  }
}
