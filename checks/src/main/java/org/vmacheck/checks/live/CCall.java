package org.vmacheck.checks.live;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vmacheck.checks.syscall.Flag;
import org.vmacheck.checks.syscall.SystemCall;

/**
 * System calls as C, in the words of {@code race.h}: an expression that gives what the call
 * returns, or a negated errno or signal. What a process cannot do alone has no such form.
 */
final class CCall {

  private static final Map<Class<?>, BiFunction<SystemCall, Caller, String>> FORMS =
      new LinkedHashMap<>();

  private static final String NO_SYSTEM_CALL = "a kernel path that no system call takes alone";

  private static final Map<Class<?>, String> NOT_EXPORTED = new LinkedHashMap<>();

  static {
    on(SystemCall.Mmap.class, CCall::mmap);
    on(SystemCall.Munmap.class, call -> "status(munmap(" + range(call.range()) + "))");
    on(
        SystemCall.Mprotect.class,
        call -> "status(mprotect(" + range(call.range()) + ", " + prot(call.prot()) + "))");
    on(
        SystemCall.Madvise.class,
        call -> "status(madvise(" + range(call.range()) + ", " + call.advice() + "))");
    on(SystemCall.Mlock.class, call -> "status(mlock(" + range(call.range()) + "))");
    on(SystemCall.Munlock.class, call -> "status(munlock(" + range(call.range()) + "))");
    on(
        SystemCall.Mbind.class,
        call -> "status(bind_memory(" + pages(call.range()) + ", " + call.policy().name() + "))");
    on(
        SystemCall.SetAnonVmaName.class,
        call -> "status(set_name(" + pages(call.range()) + ", " + name(call.name()) + "))");
    on(SystemCall.Mremap.class, CCall::mremap);
    on(SystemCall.Fork.class, (call, caller) -> "fork_child(" + caller.thread() + ")");
    on(SystemCall.Child.class, CCall::inChild);
    on(SystemCall.BecomeChild.class, call -> "become_child()");
    on(SystemCall.Read.class, call -> "read_page(" + call.page().number() + ")");
    on(
        SystemCall.Write.class,
        call -> "write_page(" + call.page().number() + ", " + call.value() + ")");
    on(SystemCall.Maps.class, call -> "printed_pages(\"/proc/self/maps\")");
    on(SystemCall.AllSmaps.class, call -> "printed_pages(\"/proc/self/smaps\")");
    on(SystemCall.PagemapGuards.class, call -> "guard_pages()");
    on(SystemCall.ClearRefs.class, call -> "clear_refs()");
    on(
        SystemCall.Collapse.class,
        (call, caller) ->
            "collapse(" + caller.thread() + ", " + file(call.file()) + ", " + call.offset() + ")");
    on(
        SystemCall.Truncate.class,
        call -> "status(ftruncate(" + file(call.file()) + ", bytes(" + call.pages() + ")))");
    on(
        SystemCall.Smaps.class,
        (call, caller) -> "smaps_flags(" + call.page().number() + ", " + caller.flags() + ")");
    on(
        SystemCall.UffdRegister.class,
        call -> uffdRegister(call.range(), "UFFDIO_REGISTER_MODE_MISSING"));
    on(
        SystemCall.UffdRegisterWp.class,
        call -> uffdRegister(call.range(), "UFFDIO_REGISTER_MODE_WP"));
    on(
        SystemCall.UffdUnregister.class,
        call -> "status(uffd_unregister(" + pages(call.range()) + "))");
    on(
        SystemCall.UffdWp.class,
        call -> uffdWriteprotect(call.range(), "UFFDIO_WRITEPROTECT_MODE_WP"));
    on(SystemCall.UffdWpResolve.class, call -> uffdWriteprotect(call.range(), "0"));
    on(
        SystemCall.UffdCopy.class,
        call -> "status(uffd_copy(" + call.page().number() + ", " + call.from().number() + "))");
    on(
        SystemCall.UffdMove.class,
        call -> "status(uffd_move(" + call.page().number() + ", " + call.from().number() + "))");
    on(SystemCall.Mseal.class, call -> "status(seal(" + pages(call.range()) + "))");
    on(SystemCall.Brk.class, call -> "move_break(" + call.page().number() + ")");
    on(SystemCall.ProcmapQuery.class, call -> "query(" + call.page().number() + ", 0)");
    on(SystemCall.ProcmapBuildId.class, call -> "query(" + call.page().number() + ", 1)");
    NOT_EXPORTED.put(SystemCall.PagemapScan.class, "about huge pages that a machine keeps for it");
    NOT_EXPORTED.put(SystemCall.PfnScan.class, NO_SYSTEM_CALL);
    NOT_EXPORTED.put(SystemCall.Cached.class, "about which processor a thread runs on");
    NOT_EXPORTED.put(SystemCall.TouchAll.class, "accesses to the whole window");
    NOT_EXPORTED.put(SystemCall.Nomem.class, "a failure that only a kernel built for it makes");
    NOT_EXPORTED.put(SystemCall.Killed.class, "the end of a process, which cannot tell of it");
    NOT_EXPORTED.put(SystemCall.Exit.class, "the end of a process, which cannot tell of it");
    NOT_EXPORTED.put(SystemCall.Proc.class, "a reader in another process");
    NOT_EXPORTED.put(
        SystemCall.SmapsRollup.class, "about all pages of the process, its own among them");
    NOT_EXPORTED.put(SystemCall.VmaRead.class, NO_SYSTEM_CALL);
    NOT_EXPORTED.put(SystemCall.MmapRead.class, NO_SYSTEM_CALL);
    NOT_EXPORTED.put(SystemCall.VmaReadLocked.class, NO_SYSTEM_CALL);
    NOT_EXPORTED.put(SystemCall.Migrate.class, NO_SYSTEM_CALL);
    NOT_EXPORTED.put(SystemCall.PinPage.class, NO_SYSTEM_CALL);
    NOT_EXPORTED.put(SystemCall.AnonRmapRead.class, NO_SYSTEM_CALL);
    NOT_EXPORTED.put(SystemCall.RmapRead.class, NO_SYSTEM_CALL);
    NOT_EXPORTED.put(SystemCall.WalkRead.class, NO_SYSTEM_CALL);
    NOT_EXPORTED.put(SystemCall.Uprobe.class, NO_SYSTEM_CALL);
    NOT_EXPORTED.put(
        SystemCall.ProcessMrelease.class, "the end of a process, which cannot tell of it");
    NOT_EXPORTED.put(SystemCall.Coredump.class, "the end of a process, which cannot tell of it");
    NOT_EXPORTED.put(SystemCall.DriverZap.class, NO_SYSTEM_CALL);
    NOT_EXPORTED.put(SystemCall.FutexNode.class, NO_SYSTEM_CALL);
    NOT_EXPORTED.put(SystemCall.AllocPolicy.class, NO_SYSTEM_CALL);
    NOT_EXPORTED.put(SystemCall.BpfTaskVma.class, NO_SYSTEM_CALL);
    NOT_EXPORTED.put(SystemCall.WriteFile.class, "a file that is written as it is mapped");
    NOT_EXPORTED.put(SystemCall.ShrinkHugeZero.class, NO_SYSTEM_CALL);
    NOT_EXPORTED.put(SystemCall.HugeZeroFault.class, NO_SYSTEM_CALL);
    NOT_EXPORTED.put(SystemCall.KsmUnmerge.class, "KSM is one for all processes");
    NOT_EXPORTED.put(SystemCall.UprobeRegister.class, "the administrator's, by way of tracefs");
    NOT_EXPORTED.put(SystemCall.PunchHole.class, "files of huge pages are not made");
    NOT_EXPORTED.put(
        SystemCall.UffdRegisterWaiting.class,
        "the context of a program is one that asks for SIGBUS");
    NOT_EXPORTED.put(SystemCall.UffdWake.class, "nobody waits in the context of a program");
    NOT_EXPORTED.put(SystemCall.CreateInitStackVma.class, "exec replaces the program");
    NOT_EXPORTED.put(SystemCall.SetupArgPages.class, "exec replaces the program");
    NOT_EXPORTED.put(SystemCall.MigrateAnon.class, "no system call moves just this page");
    NOT_EXPORTED.put(SystemCall.Swapoff.class, "swap is for all processes");
    NOT_EXPORTED.put(SystemCall.KsmScan.class, NO_SYSTEM_CALL);
  }

  private CCall() {}

  private static <C extends SystemCall> void on(Class<C> type, Function<C, String> form) {
    on(type, (call, caller) -> form.apply(call));
  }

  private static <C extends SystemCall> void on(Class<C> type, BiFunction<C, Caller, String> form) {
    FORMS.put(type, (call, caller) -> form.apply(type.cast(call), caller));
  }

  /** Whether there is a form of a kind of call. */
  static boolean has(Class<?> type) {
    return FORMS.containsKey(type);
  }

  /** Why there is none, or null. */
  static String whyNot(Class<?> type) {
    return NOT_EXPORTED.get(type);
  }

  /**
   * The expression.
   *
   * @throws NotExported if there is none
   */
  static String of(SystemCall call, Caller caller) {
    BiFunction<SystemCall, Caller, String> form = FORMS.get(call.getClass());
    if (form == null) {
      throw new NotExported(call.text() + " is " + whyNot(call.getClass()));
    }
    return form.apply(call, caller);
  }

  /** The body of the function by which a child makes its call. */
  static String body(SystemCall.Child child, Caller caller) {
    SystemCall call = child.call();
    if (call instanceof SystemCall.Fork || call instanceof SystemCall.Child) {
      throw new NotExported(child.text() + " is a child of a child");
    }
    return of(call, caller.child());
  }

  private static String inChild(SystemCall.Child call, Caller caller) {
    return "in_child("
        + caller.thread()
        + ", "
        + caller.childFunction()
        + ", "
        + caller.flags()
        + ")";
  }

  /** Whether a call is one to userfaultfd, which has to be opened before. */
  static boolean isOfUffd(SystemCall call) {
    return call.function().startsWith("uffd_");
  }

  private static String uffdRegister(SystemCall.Range range, String mode) {
    return "status(uffd_register(" + pages(range) + ", " + mode + "))";
  }

  private static String uffdWriteprotect(SystemCall.Range range, String mode) {
    return "status(uffd_writeprotect(" + pages(range) + ", " + mode + "))";
  }

  private static String pages(SystemCall.Range range) {
    return range.start() + ", " + range.pages();
  }

  private static String name(String name) {
    return name.isEmpty() ? "NULL" : "\"" + name + "\"";
  }

  private static String mmap(SystemCall.Mmap call) {
    String kind = call.isShared() ? "" : "MAP_PRIVATE | ";
    String named = flags(call.flags());
    String anonymous = call.isAnonymous() ? "MAP_ANONYMOUS" : "";
    String flags =
        (kind + (named.equals("0") ? "" : named + " | ") + anonymous).replaceFirst(" \\| $", "");
    return "address(mmap("
        + range(call.range())
        + ", "
        + prot(call.prot())
        + ", "
        + flags
        + ", "
        + (call.isAnonymous() ? "-1, 0" : file(call.file()) + ", bytes(" + call.offset() + ")")
        + "), "
        + call.range().pages()
        + ")";
  }

  private static String mremap(SystemCall.Mremap call) {
    return "address(mremap("
        + range(call.range())
        + ", bytes("
        + call.newPages()
        + "), "
        + flags(call.flags())
        + ", page("
        + call.to().number()
        + ")), "
        + call.newPages()
        + ")";
  }

  /** The variable that holds the descriptor of a file. */
  static String file(String name) {
    return "file_" + name;
  }

  private static String range(SystemCall.Range range) {
    return "page(" + range.start() + "), bytes(" + range.pages() + ")";
  }

  private static String prot(Collection<? extends Flag> prot) {
    return prot.isEmpty() ? "PROT_NONE" : flags(prot);
  }

  private static String flags(Collection<? extends Flag> flags) {
    return flags.isEmpty()
        ? "0"
        : flags.stream()
            .sorted((one, other) -> Long.compare(one.bit(), other.bit()))
            .map(Flag::name)
            .collect(Collectors.joining(" | "));
  }
}
