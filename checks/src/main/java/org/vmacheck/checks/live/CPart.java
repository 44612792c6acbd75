package org.vmacheck.checks.live;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.vmacheck.checks.syscall.SystemCall;

/** What a program has beside {@code race.h} if it makes certain calls, and does before them. */
enum CPart {
  UFFD(
      "uffd.h",
      CCall::isOfUffd,
      "open_uffd()",
      "this kernel has no userfaultfd, or it cannot be had",
      false),
  PROCMAP(
      "procmap.h",
      call -> call instanceof SystemCall.ProcmapQuery || call instanceof SystemCall.ProcmapBuildId,
      "open_maps()",
      "this kernel has no PROCMAP_QUERY",
      false),
  MSEAL(
      "mseal.h",
      SystemCall.Mseal.class::isInstance,
      "seal(0, 0)",
      "this kernel has no mseal()",
      true),
  // a thread asks for memory as it starts, which must not be of the heap that is moved
  HEAP(
      "heap.h",
      SystemCall.Brk.class::isInstance,
      "(start_threads(), move_heap())",
      "the heap cannot be moved",
      true);

  private final String source;
  private final Predicate<SystemCall> needs;
  private final String opening;
  private final String otherwise;
  private final boolean lasting;

  CPart(
      String source,
      Predicate<SystemCall> needs,
      String opening,
      String otherwise,
      boolean lasting) {
    this.source = source;
    this.needs = needs;
    this.opening = opening;
    this.otherwise = otherwise;
    this.lasting = lasting;
  }

  /** Those that a program with these calls has. */
  static List<CPart> of(Stream<SystemCall> calls) {
    List<SystemCall> all = calls.toList();
    return Stream.of(values()).filter(part -> all.stream().anyMatch(part.needs)).toList();
  }

  /** Its text. */
  String text() {
    return CSource.of(source).strip();
  }

  /** The statement by which a process is made ready for it, or gives up. */
  String opening() {
    return "\tif (" + opening + ")\n\t\tskip(\"" + otherwise + "\");";
  }

  /** Whether what it does lasts as long as its process, which then is one of a single round. */
  boolean isLasting() {
    return lasting;
  }
}
