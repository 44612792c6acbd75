package org.vmacheck.checks.hunt;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.book.PageReader;
import org.vmacheck.checks.book.Proposition;
import org.vmacheck.checks.scenario.Outcomes;
import org.vmacheck.checks.syscall.MapFlag;
import org.vmacheck.checks.syscall.SystemCall;

/**
 * An address space, and what a few threads do to it.
 *
 * @param pages of the file {@code f}
 * @param initial calls that make the address space
 * @param threads what each of them calls
 */
record Question(int pages, List<SystemCall> initial, List<List<SystemCall>> threads) {

  /** The kernel says of these cells that plain accesses may race. */
  private static final String INTENDED = "intended race vm_flags\n";

  Question {
    initial = List.copyOf(initial);
    threads = List.copyOf(threads);
  }

  /**
   * As a page, with every result named.
   *
   * @throws org.vmacheck.checks.book.PageFailure if there is no such address space
   */
  Page page() {
    return PageReader.read("question", text("r"));
  }

  /** As a page of one's own. */
  String text() {
    return text("");
  }

  private String text(String result) {
    StringBuilder text = new StringBuilder("init {\n");
    if (usesFile()) {
      text.append("  f = file(").append(pages).append(");\n");
    }
    initial.forEach(call -> text.append("  ").append(call.text()).append(";\n"));
    text.append("}\n");
    for (int t = 0; t < threads.size(); t++) {
      text.append('P').append(t).append(" {");
      for (int i = 0; i < threads.get(t).size(); i++) {
        text.append(' ').append(result.isEmpty() ? "" : result + i + " = ");
        text.append(threads.get(t).get(i).text()).append(';');
      }
      text.append(" }\n");
    }
    return text.append(INTENDED).toString();
  }

  /** The same, with a condition, which speaks of results as {@code 0:r0}. */
  String text(Proposition condition) {
    return text("r").replace(INTENDED, "forall " + condition + "\n" + INTENDED);
  }

  /** What the calls returned, thread by thread. */
  List<Long> results(Outcomes outcomes) {
    List<Long> results = new ArrayList<>();
    for (int t = 0; t < threads.size(); t++) {
      for (int i = 0; i < threads.get(t).size(); i++) {
        results.add(outcomes.of(t, i));
      }
    }
    return results;
  }

  /** The same as propositions, but for what is as it happens: who only tries, or counts. */
  List<Proposition> returned(Outcomes outcomes) {
    List<Proposition> results = new ArrayList<>();
    for (int t = 0; t < threads.size(); t++) {
      for (int i = 0; i < threads.get(t).size(); i++) {
        SystemCall call = threads.get(t).get(i);
        if (Orders.isCompared(call)) {
          results.add(new Proposition.Result(t, i, "r" + i, call.returns(), outcomes.of(t, i)));
        }
      }
    }
    return results;
  }

  private boolean usesFile() {
    return Stream.concat(initial.stream(), calls()).anyMatch(call -> call.text().matches(FILE));
  }

  private static final String FILE = ".*\\bf\\b.*";

  Stream<SystemCall> calls() {
    return threads.stream().flatMap(List::stream);
  }

  /** Whether a touch of a page below an area can make it larger. */
  boolean hasStack() {
    return initial.stream()
        .anyMatch(
            call ->
                call instanceof SystemCall.Mmap mmap
                    && mmap.flags().contains(MapFlag.MAP_GROWSDOWN));
  }

  /** How much there is to read. */
  int size() {
    return initial.size() + 2 * (int) calls().count() + threads.size();
  }

  /** The threads in a line. */
  @Override
  public String toString() {
    return threads.stream()
        .map(calls -> calls.stream().map(SystemCall::text).collect(Collectors.joining("; ")))
        .collect(Collectors.joining(" || "));
  }
}
