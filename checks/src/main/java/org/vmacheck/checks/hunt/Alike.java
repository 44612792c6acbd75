package org.vmacheck.checks.hunt;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.book.Statement;
import org.vmacheck.checks.syscall.SystemCall;

/**
 * The calls that a page makes, by their names. What a child does is not among them: a hunt looks
 * there itself.
 *
 * @param initial that make the address space
 * @param threads what each of them calls
 */
public record Alike(Set<String> initial, List<List<String>> threads) {

  public Alike {
    initial = Set.copyOf(initial);
    threads = List.copyOf(threads);
  }

  /** Those of a page. */
  public static Alike to(Page page) {
    return new Alike(
        page.initial().calls().stream()
            .map(statement -> Vocabulary.kind(statement.call()))
            .collect(Collectors.toSet()),
        page.threads().stream().map(thread -> kinds(thread.statements())).toList());
  }

  private static List<String> kinds(List<Statement> statements) {
    return statements.stream()
        .map(Statement::call)
        .filter(call -> !(call instanceof SystemCall.Child))
        .map(Vocabulary::kind)
        .toList();
  }

  @Override
  public String toString() {
    return threads.stream()
        .map(thread -> String.join("; ", thread))
        .collect(Collectors.joining(" || "));
  }
}
