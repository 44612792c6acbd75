package org.vmacheck.checks.hunt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.input.Nearest;
import org.vmacheck.checks.syscall.Advice;
import org.vmacheck.checks.syscall.MapFlag;
import org.vmacheck.checks.syscall.Policy;
import org.vmacheck.checks.syscall.Prot;
import org.vmacheck.checks.syscall.RemapFlag;
import org.vmacheck.checks.syscall.SystemCall;
import org.vmacheck.checks.syscall.SystemCall.Page;
import org.vmacheck.checks.syscall.SystemCall.Range;

/** The system calls that threads make, with all their arguments in the window. */
final class Vocabulary {

  private static final Set<Prot> READ_WRITE = Set.of(Prot.PROT_READ, Prot.PROT_WRITE);
  private static final Set<MapFlag> FIXED = Set.of(MapFlag.MAP_FIXED);
  private static final Set<MapFlag> FIXED_SHARED = Set.of(MapFlag.MAP_FIXED, MapFlag.MAP_SHARED);
  private static final Set<RemapFlag> MOVE =
      Set.of(RemapFlag.MREMAP_MAYMOVE, RemapFlag.MREMAP_FIXED);

  private Vocabulary() {}

  /**
   * The calls on so many pages, in a stable order.
   *
   * @param only names of calls, or words of which each call contains one, {@code guard}, {@code
   *     mprotect}; empty for all calls
   * @throws InputException if no call contains a word
   */
  static List<SystemCall> of(int pages, List<String> only) {
    List<SystemCall> all = all(pages);
    Set<String> names = new TreeSet<>();
    all.forEach(call -> names.add(kind(call)));
    for (String word : only) {
      if (names.stream().noneMatch(name -> isMeant(name, word, names))) {
        throw new InputException(
            "--only "
                + word
                + ": no system call of a hunt is named so"
                + Nearest.among(word, names, "calls"));
      }
    }
    return all.stream()
        .filter(
            call ->
                only.isEmpty() || only.stream().anyMatch(word -> isMeant(kind(call), word, names)))
        .toList();
  }

  /** A word that is the name of a call means that one, and another all that contain it. */
  private static boolean isMeant(String name, String word, Set<String> names) {
    String lower = word.toLowerCase(Locale.ROOT);
    return names.contains(lower) ? name.equals(lower) : name.contains(lower);
  }

  /** The function, and what madvise is told: {@code madvise_guard_install}. */
  static String kind(SystemCall call) {
    return call instanceof SystemCall.Madvise madvise
        ? madvise.advice().name().toLowerCase(Locale.ROOT).replace("madv", "madvise")
        : call.function();
  }

  private static List<SystemCall> all(int pages) {
    List<SystemCall> calls = new ArrayList<>();
    for (int length = 1; length <= pages; length++) {
      for (int start = 0; start + length <= pages; start++) {
        onRange(calls, new Range(start, length), pages);
      }
    }
    for (int page = 0; page < pages; page++) {
      onPage(calls, new Page(page));
      for (int from = 0; from < pages; from++) {
        if (from != page) {
          calls.add(new SystemCall.UffdCopy(new Page(page), new Page(from)));
          calls.add(new SystemCall.UffdMove(new Page(page), new Page(from)));
        }
      }
    }
    calls.addAll(
        List.of(
            new SystemCall.Fork(),
            new SystemCall.Maps(),
            new SystemCall.AllSmaps(),
            new SystemCall.SmapsRollup(),
            new SystemCall.ClearRefs(),
            new SystemCall.WalkRead(),
            new SystemCall.Collapse("f", 0),
            new SystemCall.Truncate("f", 0),
            new SystemCall.Truncate("f", 1),
            new SystemCall.Migrate("f", 0),
            new SystemCall.RmapRead("f", 0)));
    return calls;
  }

  private static void onRange(List<SystemCall> calls, Range range, int pages) {
    calls.add(new SystemCall.Munmap(range));
    for (Set<Prot> prot : List.of(Set.<Prot>of(), Set.of(Prot.PROT_READ), READ_WRITE)) {
      calls.add(new SystemCall.Mprotect(range, prot));
    }
    Arrays.stream(Advice.values())
        .filter(advice -> advice != Advice.MADV_FREE)
        .filter(advice -> advice != Advice.MADV_COLLAPSE || isOfWholeTables(range))
        .forEach(advice -> calls.add(new SystemCall.Madvise(range, advice)));
    calls.add(new SystemCall.Mlock(range));
    calls.add(new SystemCall.Munlock(range));
    calls.add(new SystemCall.Mseal(range));
    calls.add(new SystemCall.Mbind(range, Policy.MPOL_BIND));
    calls.add(new SystemCall.Mbind(range, Policy.MPOL_DEFAULT));
    calls.add(new SystemCall.SetAnonVmaName(range, "n"));
    calls.add(new SystemCall.UffdRegister(range));
    calls.add(new SystemCall.UffdUnregister(range));
    calls.add(new SystemCall.Mmap(range, READ_WRITE, FIXED, "", 0));
    calls.add(new SystemCall.Mmap(range, READ_WRITE, FIXED_SHARED, "f", range.start()));
    Stream.of(range.start() - range.pages(), range.end())
        .filter(to -> to >= 0 && to + range.pages() <= pages)
        .map(to -> new SystemCall.Mremap(range, range.pages(), MOVE, new Page(to)))
        .forEach(calls::add);
    if (range.pages() > 1) {
      calls.add(new SystemCall.Mremap(range, range.pages() - 1, Set.of(), new Page(0)));
    }
    if (range.end() < pages) {
      calls.add(new SystemCall.Mremap(range, range.pages() + 1, Set.of(), new Page(0)));
    }
  }

  /** Two pages share a table. */
  private static boolean isOfWholeTables(Range range) {
    return range.start() % 2 == 0 && range.pages() % 2 == 0;
  }

  private static void onPage(List<SystemCall> calls, Page page) {
    calls.addAll(
        List.of(
            new SystemCall.Read(page),
            new SystemCall.Write(page, 1),
            new SystemCall.Smaps(page),
            new SystemCall.VmaRead(page),
            new SystemCall.MmapRead(page),
            new SystemCall.VmaReadLocked(page),
            new SystemCall.AnonRmapRead(page),
            new SystemCall.PinPage(page),
            new SystemCall.AllocPolicy(page),
            new SystemCall.FutexNode(page),
            new SystemCall.ProcmapQuery(page)));
  }
}
