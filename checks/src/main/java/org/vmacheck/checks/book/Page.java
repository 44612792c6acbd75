package org.vmacheck.checks.book;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.syscall.SystemCall;
import org.vmacheck.model.release.Release;

/**
 * A page of the book: a bounded scenario, what must be true of it, and what is expected of which
 * kernel.
 *
 * @param source where it was read from: a file as it was named, or a path in the book
 * @param text that it was read from
 * @param headings what it is about; of a page of one's own there may be none
 * @param pages of the address space
 * @param races cells on which plain accesses may race, since it is meant
 */
public record Page(
    String source,
    String text,
    List<Heading> headings,
    Initial initial,
    List<ThreadText> threads,
    Condition condition,
    Set<String> races,
    List<Expect> expects,
    int pages) {

  public Page {
    headings = List.copyOf(headings);
    threads = List.copyOf(threads);
    races = Set.copyOf(races);
    expects = List.copyOf(expects);
  }

  /** The name of its file: {@code C61-guard-vs-mprotect}. */
  public String name() {
    String file = source.substring(source.lastIndexOf('/') + 1);
    return file.endsWith(".mm") ? file.substring(0, file.length() - ".mm".length()) : file;
  }

  /** The name without the id of the first heading: {@code guard-vs-mprotect}. */
  public String slug() {
    String prefix = headings.isEmpty() ? "" : headings.get(0).id() + "-";
    return !prefix.isEmpty() && name().startsWith(prefix)
        ? name().substring(prefix.length())
        : name();
  }

  /** How a command line names it: {@code C61/guard-vs-mprotect}, or the file it is in. */
  public String address() {
    return headings.isEmpty() ? source : headings.get(0).id() + "/" + slug();
  }

  /** The heading of an id, if it has that. */
  public Optional<Heading> heading(String id) {
    return headings.stream().filter(heading -> heading.id().equalsIgnoreCase(id)).findFirst();
  }

  /** How many threads end: with the last one the address space does. */
  public long exits() {
    return threads.stream().filter(ThreadText::exits).count();
  }

  /** How many files of /proc other processes have open, or references to it otherwise. */
  public long openFiles() {
    return threads.stream()
        .flatMap(thread -> thread.statements().stream())
        .filter(
            statement ->
                statement.call() instanceof SystemCall.Proc
                    || statement.call() instanceof SystemCall.ProcessMrelease)
        .count();
  }

  /** What is expected of a kernel under a model, if anything is. */
  public Optional<Expect> expected(Release kernel, MemoryModelName model) {
    return expects.stream()
        .filter(expect -> expect.models().isEmpty() || expect.models().contains(model))
        .filter(expect -> expect.kernels().contains(kernel))
        .findFirst();
  }

  /** The threads in a line: {@code mprotect(0, 4, PROT_READ) || fork()}. */
  public String scenario() {
    return threads.stream()
        .map(
            thread ->
                thread.statements().stream()
                    .map(statement -> statement.call().text())
                    .collect(Collectors.joining("; ")))
        .collect(Collectors.joining(" || "));
  }

  /** What it says, in the words of its first heading, or its name. */
  public String sentence() {
    return headings.isEmpty() ? name() : headings.get(0).sentence();
  }
}
