package org.vmacheck.checks.hunt;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.explore.ExploreEngine;
import org.vmacheck.model.release.Release;

/**
 * What to hunt for, and how.
 *
 * @param pages of the address space
 * @param threads that make calls
 * @param calls that each of them makes at most
 * @param only words of which each call contains one; empty for all calls
 * @param like calls that are made, if they are given; then the three before are not asked for
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
    Optional<Alike> like,
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

  Oracle oracle() {
    return new Oracle(new ExploreEngine(), kernel, model, budget, against, notUnder);
  }

  Questions questions() {
    return like.<Questions>map(alike -> new AlikeSpace(pages, alike))
        .orElseGet(() -> new Space(pages, threads, calls, only));
  }

  /** What two runs must have in common for one to go on with the other's work. */
  String asks(Questions space) {
    String asks =
        String.format(
            "%d pages, %s, %s, %s; %s; the first %,d by seed %d",
            pages,
            like.map(Alike::toString).orElseGet(this::threadsText),
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
}
