package org.vmacheck.checks.litmus.run;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.vmacheck.checks.litmus.run.ValueDomain.Candidate;
import org.vmacheck.checks.litmus.syntax.LitmusTest.ThreadCode;
import org.vmacheck.checks.litmus.syntax.UnsupportedConstruct;
import org.vmacheck.checks.lkmm.EventKind;
import org.vmacheck.checks.lkmm.Tag;

/**
 * Finds which values a thread may write. Here a condition may go either way, whatever it compares:
 * a constant may be written because of a value that is there because of that constant (load
 * buffering through control), and no order of discovery would find that.
 *
 * <p>A value that is only copied round a cycle of plain accesses has no beginning: {@link
 * Addresses#THIN_AIR} stands for it.
 */
final class ValueCollector extends ThreadInterpreter {
  /** A write that computes: the thread and the position in its trace. */
  private record Site(int thread, int position) {}

  private final int thread;
  private final Effort effort;
  private final Map<Object, Integer> sites;
  private final Map<Long, Set<Candidate>> found = new HashMap<>();

  /**
   * @param sites numbers of the writes that compute, shared by the collectors of a test
   */
  ValueCollector(
      ThreadCode code,
      int thread,
      Map<String, Long> startRegisters,
      ValueDomain domain,
      Addresses addresses,
      Effort effort,
      Map<Object, Integer> sites) {
    super(code, startRegisters, domain, addresses, effort);
    this.thread = thread;
    this.effort = effort;
    this.sites = sites;
  }

  /** Puts what the thread may write into the domain; whether some of it is new. */
  boolean collectInto(ValueDomain domain) {
    traces();
    boolean grown = false;
    for (Map.Entry<Long, Set<Candidate>> entry : found.entrySet()) {
      for (Candidate candidate : entry.getValue()) {
        effort.spend(domain.candidates(entry.getKey()).length);
        grown |= domain.add(entry.getKey(), candidate);
      }
    }
    return grown;
  }

  @Override
  boolean decide(boolean holds) {
    return choose(2) == 0;
  }

  @Override
  void appended(TraceEvent event, int position) {
    if (event.kind() != EventKind.WRITE) {
      return;
    }
    if (event.data() == 0) {
      take(event.address(), new Candidate(event.value(), 0));
      return;
    }
    long before = 0;
    for (long rest = event.data(); rest != 0; rest &= rest - 1) {
      before |= derivation(Long.numberOfTrailingZeros(rest));
    }
    long self = 1L << site(position);
    if ((before & self) == 0) {
      take(event.address(), new Candidate(event.value(), before | self));
    }
    if (event.tag() == Tag.PLAIN) {
      take(event.address(), new Candidate(Addresses.THIN_AIR, 0));
    }
  }

  private void take(long address, Candidate candidate) {
    found.computeIfAbsent(address, a -> new LinkedHashSet<>()).add(candidate);
  }

  private int site(int position) {
    int site = sites.computeIfAbsent(new Site(thread, position), s -> sites.size());
    if (site >= Long.SIZE) {
      throw new UnsupportedConstruct(
          "more than 64 writes that compute, but for --engine explore", 0);
    }
    return site;
  }
}
