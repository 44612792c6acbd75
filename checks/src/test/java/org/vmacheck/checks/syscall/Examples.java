package org.vmacheck.checks.syscall;

import static java.util.stream.Collectors.groupingBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vmacheck.checks.syscall.SystemCall.Page;
import org.vmacheck.checks.syscall.SystemCall.Range;

/**
 * Calls of every kind, for the tests that walk over all of them: in eight pages, with a file f of
 * four. Whoever adds a kind adds an example here.
 */
public final class Examples {

  private static final Range RANGE = new Range(1, 2);

  private static final List<SystemCall> CALLS =
      List.of(
          new SystemCall.Mmap(
              RANGE, Set.of(Prot.PROT_READ, Prot.PROT_WRITE), Set.of(MapFlag.MAP_FIXED), "", 0),
          new SystemCall.Mmap(
              RANGE,
              Set.of(Prot.PROT_READ),
              Set.of(MapFlag.MAP_SHARED, MapFlag.MAP_FIXED_NOREPLACE),
              "f",
              2),
          new SystemCall.Mmap(RANGE, Set.of(), Set.of(MapFlag.MAP_SHARED), "", 0),
          new SystemCall.Munmap(RANGE),
          new SystemCall.Mprotect(RANGE, Set.of(Prot.PROT_READ)),
          new SystemCall.Madvise(RANGE, Advice.MADV_GUARD_INSTALL),
          new SystemCall.Madvise(RANGE, Advice.MADV_DONTNEED),
          new SystemCall.Mremap(RANGE, 1, Set.of(), new Page(0)),
          new SystemCall.Mremap(
              RANGE, 2, Set.of(RemapFlag.MREMAP_MAYMOVE, RemapFlag.MREMAP_FIXED), new Page(5)),
          new SystemCall.Mlock(RANGE),
          new SystemCall.Munlock(RANGE),
          new SystemCall.Mseal(RANGE),
          new SystemCall.Mbind(RANGE, Policy.MPOL_BIND),
          new SystemCall.Mbind(RANGE, Policy.MPOL_LOCAL),
          new SystemCall.SetAnonVmaName(RANGE, "x"),
          new SystemCall.SetAnonVmaName(RANGE, ""),
          new SystemCall.Fork(),
          new SystemCall.BecomeChild(),
          new SystemCall.Child(new SystemCall.Munmap(RANGE)),
          new SystemCall.Brk(new Page(2)),
          new SystemCall.Nomem(new SystemCall.Munmap(RANGE), 2),
          new SystemCall.Killed(new SystemCall.Fork(), 1),
          new SystemCall.Exit(),
          new SystemCall.Proc(new SystemCall.Smaps(new Page(3))),
          new SystemCall.Read(new Page(3)),
          new SystemCall.Write(new Page(3), 7),
          new SystemCall.Cached(new SystemCall.Write(new Page(3), 7)),
          new SystemCall.TouchAll(),
          new SystemCall.Smaps(new Page(3)),
          new SystemCall.Maps(),
          new SystemCall.AllSmaps(),
          new SystemCall.PagemapGuards(),
          new SystemCall.SmapsRollup(),
          new SystemCall.ProcmapQuery(new Page(3)),
          new SystemCall.VmaRead(new Page(3)),
          new SystemCall.MmapRead(new Page(3)),
          new SystemCall.VmaReadLocked(new Page(3)),
          new SystemCall.RmapRead("f", 1),
          new SystemCall.UffdRegister(new Range(1, 2)),
          new SystemCall.UffdUnregister(new Range(1, 2)),
          new SystemCall.UffdCopy(new Page(3), new Page(1)),
          new SystemCall.UffdMove(new Page(3), new Page(1)),
          new SystemCall.WalkRead(),
          new SystemCall.Uprobe(new Page(3)),
          new SystemCall.PagemapScan(RANGE),
          new SystemCall.PfnScan(new Page(3)),
          new SystemCall.ClearRefs(),
          new SystemCall.Collapse("f", 2),
          new SystemCall.PinPage(new Page(3)),
          new SystemCall.AnonRmapRead(new Page(3)),
          new SystemCall.Truncate("f", 1),
          new SystemCall.PunchHole("f", 1),
          new SystemCall.Migrate("f", 1),
          new SystemCall.ProcessMrelease(),
          new SystemCall.Coredump(),
          new SystemCall.DriverZap("f", new Page(3)),
          new SystemCall.AllocPolicy(new Page(3)),
          new SystemCall.FutexNode(new Page(3)),
          new SystemCall.WriteFile("f", new Page(3)),
          new SystemCall.ProcmapBuildId(new Page(3)),
          new SystemCall.BpfTaskVma(),
          new SystemCall.HugeZeroFault(),
          new SystemCall.ShrinkHugeZero(),
          new SystemCall.UffdRegisterWp(new Range(1, 2)),
          new SystemCall.UffdWp(new Range(1, 2)),
          new SystemCall.UffdWpResolve(new Range(1, 1)),
          new SystemCall.KsmUnmerge(),
          new SystemCall.UprobeRegister("f", 1),
          new SystemCall.UffdRegisterWaiting(new Range(1, 2)),
          new SystemCall.UffdWake(new Range(1, 2)),
          new SystemCall.CreateInitStackVma(new Page(3)),
          new SystemCall.SetupArgPages(new Page(1)),
          new SystemCall.MigrateAnon(new Page(3)),
          new SystemCall.Swapoff(),
          new SystemCall.KsmScan());

  private Examples() {}

  /** The kinds of calls there are. */
  public static List<Class<?>> kinds() {
    return Arrays.asList(SystemCall.class.getPermittedSubclasses());
  }

  /**
   * The examples of a kind.
   *
   * @throws AssertionError if nobody has written one
   */
  public static List<SystemCall> of(Class<?> kind) {
    Map<Class<?>, List<SystemCall>> byKind = CALLS.stream().collect(groupingBy(Object::getClass));
    if (!byKind.containsKey(kind)) {
      throw new AssertionError("Examples has none of " + kind.getSimpleName());
    }
    return byKind.get(kind);
  }

  /** All of them. */
  public static List<SystemCall> calls() {
    return kinds().stream().flatMap(kind -> of(kind).stream()).toList();
  }
}
