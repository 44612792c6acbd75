package org.vmacheck.checks.hunt;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.vmacheck.checks.syscall.Advice;
import org.vmacheck.checks.syscall.MapFlag;
import org.vmacheck.checks.syscall.Policy;
import org.vmacheck.checks.syscall.Prot;
import org.vmacheck.checks.syscall.SystemCall;
import org.vmacheck.checks.syscall.SystemCall.Page;
import org.vmacheck.checks.syscall.SystemCall.Range;

/** All address spaces that a question can begin with: areas and holes, one after another. */
final class StartStates {

  private static final Set<Prot> READ_WRITE = Set.of(Prot.PROT_READ, Prot.PROT_WRITE);
  private static final Set<MapFlag> SHARED = Set.of(MapFlag.MAP_SHARED);

  /** What pages can be before the threads run. */
  private enum Area {
    HOLE,
    /** Read-write and never touched: there is no anon_vma. */
    FRESH,
    WRITTEN,
    READ_ONLY,
    LOCKED,
    /** Its first page is a guard. */
    GUARDED,
    GUARDED_AND_WRITTEN,
    SHARED_FILE,
    SHARED_FILE_WRITTEN,
    PRIVATE_FILE,
    UFFD,
    DONTFORK,
    /** Grows when the page below it is touched. */
    STACK,
    /** With a memory policy of its own. */
    BOUND,
    /** A file of which one page table maps a huge folio. */
    HUGE_FILE,
    SHARED_FILE_READ_ONLY,
    SHARED_FILE_GUARDED,
    /** With a name; its first page is a guard. */
    NAMED,
    /** KSM may merge its pages, and it is sealed. */
    MERGEABLE,
    PRIVATE_FILE_UFFD;

    /** Whether there can be such an area. */
    boolean fits(Range range) {
      return this != HUGE_FILE || (range.start() % 2 == 0 && range.pages() % 2 == 0);
    }

    List<SystemCall> calls(Range range) {
      Page first = new Page(range.start());
      Page last = new Page(range.end() - 1);
      SystemCall mmap = new SystemCall.Mmap(range, READ_WRITE, Set.of(), "", 0);
      SystemCall guard =
          new SystemCall.Madvise(new Range(range.start(), 1), Advice.MADV_GUARD_INSTALL);
      return switch (this) {
        case HOLE -> List.of();
        case FRESH -> List.of(mmap);
        case WRITTEN -> List.of(mmap, new SystemCall.Write(last, 7));
        case READ_ONLY ->
            List.of(new SystemCall.Mmap(range, Set.of(Prot.PROT_READ), Set.of(), "", 0));
        case LOCKED -> List.of(mmap, new SystemCall.Mlock(range));
        case GUARDED -> List.of(mmap, guard);
        case GUARDED_AND_WRITTEN ->
            range.pages() == 1
                ? List.of(mmap, new SystemCall.Write(first, 7), guard)
                : List.of(mmap, new SystemCall.Write(last, 7), guard);
        case SHARED_FILE -> List.of(file(range, SHARED));
        case SHARED_FILE_WRITTEN -> List.of(file(range, SHARED), new SystemCall.Write(last, 7));
        case PRIVATE_FILE -> List.of(file(range, Set.of()));
        case UFFD -> List.of(mmap, new SystemCall.UffdRegister(range));
        case DONTFORK ->
            List.of(
                mmap,
                new SystemCall.Write(last, 7),
                new SystemCall.Madvise(range, Advice.MADV_DONTFORK));
        case STACK ->
            List.of(
                new SystemCall.Mmap(range, READ_WRITE, Set.of(MapFlag.MAP_GROWSDOWN), "", 0),
                new SystemCall.Write(last, 7));
        case BOUND -> List.of(mmap, new SystemCall.Mbind(range, Policy.MPOL_BIND));
        case HUGE_FILE -> List.of(file(range, SHARED), new SystemCall.Collapse("f", range.start()));
        case SHARED_FILE_READ_ONLY ->
            List.of(new SystemCall.Mmap(range, Set.of(Prot.PROT_READ), SHARED, "f", range.start()));
        case SHARED_FILE_GUARDED -> List.of(file(range, SHARED), guard);
        case NAMED -> List.of(mmap, guard, new SystemCall.SetAnonVmaName(range, "n"));
        case MERGEABLE ->
            List.of(
                mmap,
                new SystemCall.Madvise(range, Advice.MADV_MERGEABLE),
                new SystemCall.Mseal(range));
        case PRIVATE_FILE_UFFD ->
            List.of(
                file(range, Set.of()),
                new SystemCall.Read(last),
                new SystemCall.UffdRegister(range));
      };
    }

    private static SystemCall file(Range range, Set<MapFlag> flags) {
      return new SystemCall.Mmap(range, READ_WRITE, flags, "f", range.start());
    }
  }

  private StartStates() {}

  /** Those of so many pages, the plainest first; each of them as it is, and inherited by fork. */
  static List<List<SystemCall>> of(int pages) {
    List<List<SystemCall>> states = new ArrayList<>();
    for (int areas = 1; areas <= pages; areas++) {
      add(states, List.of(), null, 0, pages, areas);
    }
    List<List<SystemCall>> inherited =
        states.stream()
            .map(calls -> Stream.concat(calls.stream(), Stream.of(FORKED)).toList())
            .toList();
    states.addAll(inherited);
    return states;
  }

  /** The same, made by no other calls than these, and mmap, read, write and fork. */
  static List<List<SystemCall>> of(int pages, Set<String> calls) {
    Set<String> all = new TreeSet<>(calls);
    all.addAll(List.of("mmap", "read", "write", "become_child"));
    return of(pages).stream()
        .filter(state -> state.stream().map(Vocabulary::kind).allMatch(all::contains))
        .toList();
  }

  private static final SystemCall FORKED = new SystemCall.BecomeChild();

  /** All ways to go on with so many areas up to the end; two neighbours are never alike. */
  private static void add(
      List<List<SystemCall>> states,
      List<SystemCall> before,
      Area last,
      int start,
      int end,
      int areas) {
    if (areas == 0) {
      if (start == end && !before.isEmpty()) {
        states.add(before);
      }
      return;
    }
    for (int pages = end - start - areas + 1; pages >= 1; pages--) {
      for (Area area : Area.values()) {
        Range range = new Range(start, pages);
        if (area != last && area.fits(range)) {
          List<SystemCall> calls =
              Stream.concat(before.stream(), area.calls(range).stream()).toList();
          add(states, calls, area, start + pages, end, areas - 1);
        }
      }
    }
  }
}
