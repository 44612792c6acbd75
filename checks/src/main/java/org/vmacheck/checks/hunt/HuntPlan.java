package org.vmacheck.checks.hunt;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.book.Statement;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.explore.ExploreEngine;
import org.vmacheck.checks.syscall.SystemCall;
import org.vmacheck.model.release.Release;

/**
 * What to hunt for, and how.
 *
 * @param pages of the address space
 * @param threads that make calls
 * @param calls that each of them makes at most
 * @param only words of which each call contains one; empty for all calls
 * @param like the calls of each thread by their names, if they are given; then the three before are
 *     not asked for
 * @param sample how many questions at most
 * @param seed of the order in which they are asked
 * @param shard which part of them, from 1
 * @param shards of how many
 * @param against what is found on this kernel as well is not of interest
 * @param notUnder what is found under this model as well is not of interest
 * @param budget for each question
 * @param jobs questions at a time
 * @param state the file that says what is done, to go on later
 */
public record HuntPlan(
    int pages,
    int threads,
    int calls,
    List<String> only,
    Optional<List<List<String>>> like,
    int sample,
    long seed,
    int shard,
    int shards,
    Release kernel,
    MemoryModelName model,
    Optional<Release> against,
    Optional<MemoryModelName> notUnder,
    Duration budget,
    int jobs,
    Optional<Path> state) {

  /**
   * The calls of each thread of a page by their names. What a child does is not among them: a hunt
   * looks there itself.
   */
  public static List<List<String>> callsOf(Page page) {
    return page.threads().stream()
        .map(
            thread ->
                thread.statements().stream()
                    .map(Statement::call)
                    .filter(call -> !(call instanceof SystemCall.Child))
                    .map(Vocabulary::kind)
                    .toList())
        .toList();
  }

  Oracle oracle() {
    return new Oracle(new ExploreEngine(), kernel, model, budget, against, notUnder);
  }

  Questions questions() {
    return like.<Questions>map(calls -> new AlikeSpace(pages, calls))
        .orElseGet(() -> new Space(pages, threads, calls, only));
  }

  /** What two runs must have in common for one to go on with the other's work. */
  String asks(Questions space) {
    String asks =
        String.format(
            "%d pages, %s, %s, %s; %s; the first %,d by seed %d",
            pages,
            like.map(HuntPlan::text).orElseGet(this::threadsText),
            kernel.name(),
            model.text(),
            space,
            Math.min(sample, space.size()),
            seed);
    asks += against.map(release -> ", not on " + release.name()).orElse("");
    asks += notUnder.map(other -> ", not under " + other.text()).orElse("");
    return shards == 1 ? asks : asks + ", part " + shard + " of " + shards;
  }

  private String threadsText() {
    return String.format(
        "%d threads of %d calls%s",
        threads, calls, only.isEmpty() ? "" : " of " + String.join(", ", only));
  }

  private static String text(List<List<String>> calls) {
    return calls.stream()
        .map(thread -> String.join("; ", thread))
        .collect(Collectors.joining(" || "));
  }
}
