package org.vmacheck.checks.engine.lincheck;

import static org.vmacheck.checks.engine.lincheck.AddressSpaceSpec.PAGES;

import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.vmacheck.checks.syscall.Machine;
import org.vmacheck.checks.syscall.MapFlag;
import org.vmacheck.checks.syscall.Prot;
import org.vmacheck.checks.syscall.SystemCall;
import org.vmacheck.checks.syscall.SystemCall.Range;
import org.vmacheck.model.Invariants;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.hardware.HardwareMemory;
import org.vmacheck.model.ops.Smaps;
import org.vmacheck.model.release.Release;

/**
 * What the operations of {@link Operations} run on in one invocation of Lincheck: a machine with
 * one address space of four pages, two pages a PMD range, all of it mapped.
 *
 * <p>Operations reach it through {@link #current}, which Lincheck is told to ignore: what it can
 * reach through fields it instruments, and then it would switch threads in the middle of an access.
 */
final class Invocation {

  /** The file that {@link #file} maps. */
  static final String FILE = "f";

  private static volatile Function<SwitchPoints, Invocation> factory;
  private static volatile Invocation current;

  private final Machine machine;

  /** Of both threads: none of their calls forks, so nothing in a task changes. */
  private final Machine.Task task;

  private Invocation(Release release, Memory memory) {
    machine = Machine.of(release.boot(memory), PAGES);
    task = machine.task("process", machine.mm());
  }

  /** Private anonymous memory. */
  static Invocation anonymous(Release release, Memory memory) {
    Invocation made = new Invocation(release, memory);
    made.mapAll(Set.of(MapFlag.MAP_FIXED), "");
    return made;
  }

  /** A file, shared. */
  static Invocation file(Release release, Memory memory) {
    Invocation made = new Invocation(release, memory);
    made.machine.create(FILE, PAGES);
    made.mapAll(Set.of(MapFlag.MAP_SHARED, MapFlag.MAP_FIXED), FILE);
    return made;
  }

  private void mapAll(Set<MapFlag> flags, String file) {
    Set<Prot> prot = Set.of(Prot.PROT_READ, Prot.PROT_WRITE);
    call(new SystemCall.Mmap(new Range(0, PAGES), prot, flags, file, 0));
  }

  /** How Lincheck's model checking makes one: setup first, then threads that turn up. */
  static Function<SwitchPoints, Invocation> scheduled(
      Release release, BiFunction<Release, Memory, Invocation> make) {
    return points -> {
      LincheckMemory memory = new LincheckMemory(points);
      Invocation invocation = make.apply(release, memory);
      memory.start();
      return invocation;
    };
  }

  /** How Lincheck's stress strategy makes one: real threads on real memory. */
  static Function<SwitchPoints, Invocation> real(
      Release release, BiFunction<Release, Memory, Invocation> make) {
    return points -> make.apply(release, new HardwareMemory());
  }

  /** From now on each new test instance is such an invocation. */
  static void install(Function<SwitchPoints, Invocation> invocations) {
    factory = invocations;
  }

  static void begin(SwitchPoints points) {
    current = factory.apply(points);
  }

  static Invocation current() {
    return current;
  }

  long call(SystemCall call) {
    return task.call(call);
  }

  /** The page count of smaps, which the call does not return. */
  long rss(int page) {
    Smaps.Entry entry = machine.kernel().path(Smaps.class).smaps(machine.mm(), page);
    return entry == null ? AddressSpaceSpec.UNMAPPED : entry.rss();
  }

  /** What is true of the whole when nobody is at work in it. */
  void checkInvariants() {
    new Invariants(machine.kernel()).check(machine.mm());
  }
}
