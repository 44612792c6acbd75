package org.vmacheck.checks.hunt.promise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vmacheck.checks.book.Proposition;
import org.vmacheck.checks.scenario.Outcomes;
import org.vmacheck.checks.syscall.MapFlag;
import org.vmacheck.checks.syscall.Prot;
import org.vmacheck.checks.syscall.SystemCall;
import org.vmacheck.model.ops.UserAccess;

/**
 * What a user may rely on when a few threads have made their calls, whatever their order: of each
 * page what is up to no more than one of them. The calls are those that a hunt asks.
 */
public final class Promises {

  private static final Contents CONTENTS = new Contents();
  private static final Guards GUARDS = new Guards();

  private static final List<Promise> ALL =
      List.of(GUARDS, CONTENTS, new Locks(), new Inheritance());

  private final UserSpace start;

  /** Whether a touch of a page below an area can make it larger. */
  private final boolean grows;

  private final List<List<SystemCall>> threads;

  /**
   * @param pages of the address space
   * @param initial calls, all of which have succeeded
   * @param threads what each of them calls
   */
  public Promises(int pages, List<SystemCall> initial, List<List<SystemCall>> threads) {
    UserSpace space = UserSpace.empty(pages);
    for (SystemCall call : initial) {
      space = space.after(call);
    }
    this.start = space;
    this.grows =
        initial.stream()
            .anyMatch(
                call ->
                    call instanceof SystemCall.Mmap mmap
                        && mmap.flags().contains(MapFlag.MAP_GROWSDOWN));
    this.threads = threads;
  }

  /** What was promised to whom the calls returned this. */
  public List<Promised> given(Outcomes outcomes) {
    List<Promised> all = new ArrayList<>();
    for (Promise promise : ALL) {
      for (int page = 0; page < start.pages().size(); page++) {
        atTheEnd(promise, page, outcomes, all);
      }
    }
    for (int t = 0; t < threads.size(); t++) {
      for (int i = 0; i < threads.get(t).size(); i++) {
        SystemCall call = threads.get(t).get(i);
        if (call instanceof SystemCall.Read read) {
          ofLoad(t, i, read.page().number(), outcomes, all);
        } else if (call instanceof SystemCall.Fork && isLastFork(t, i) && outcomes.of(t, i) == 0) {
          inChild(t, i, outcomes, all);
        } else if (call instanceof SystemCall.Maps || call instanceof SystemCall.AllSmaps) {
          ofListing(t, i, outcomes, all);
        }
      }
    }
    return all;
  }

  private void atTheEnd(Promise promise, int page, Outcomes outcomes, List<Promised> all) {
    Predicate<SystemCall> says = anyOf(related(page), promise::isUpTo);
    int[] whose =
        IntStream.range(0, threads.size())
            .filter(t -> threads.get(t).stream().anyMatch(says))
            .toArray();
    if (whose.length > 1) {
      return;
    }
    int thread = whose.length == 0 ? -1 : whose[0];
    int calls = thread < 0 ? 0 : threads.get(thread).size();
    known(says, thread, calls, page, outcomes)
        .ifPresent(
            known ->
                promise
                    .of(known.page(), page)
                    .map(
                        what ->
                            new Promised(
                                known.given(), or(what, page, signals(known.page(), page))))
                    .forEach(all::add));
  }

  /** Of a child that a call of a thread has made. */
  private void inChild(int thread, int call, Outcomes outcomes, List<Promised> all) {
    for (Promise promise : ALL) {
      for (int page = 0; page < start.pages().size(); page++) {
        int at = page;
        known(anyOf(related(page), promise::isUpToForChild), thread, call, page, outcomes)
            .ifPresent(
                known ->
                    promise
                        .inChild(known.page(), at)
                        .map(
                            what -> new Proposition.Child(thread, or(what, at, signalsInChild(at))))
                        .map(what -> new Promised(known.given(result(thread, call, 0)), what))
                        .forEach(all::add));
      }
    }
  }

  private void ofLoad(int thread, int call, int page, Outcomes outcomes, List<Promised> all) {
    BiPredicate<SystemCall, Integer> says =
        (other, at) -> CONTENTS.isUpTo(other, at) || GUARDS.isUpTo(other, at);
    known(anyOf(related(page), says), thread, call, page, outcomes)
        .filter(known -> known.page().mapped())
        .ifPresent(
            known -> {
              List<Long> may = new ArrayList<>();
              if (known.page().guard()) {
                may.add(UserAccess.SIGSEGV);
              } else if (known.page().content().isPresent()) {
                may.add(known.page().content().get());
                may.addAll(signals(known.page(), page));
              }
              if (!may.isEmpty()) {
                all.add(new Promised(known.given(), oneOf(thread, call, may)));
              }
            });
  }

  /**
   * proc.rst: what is mapped during the whole walk is printed. What is never mapped is not, and of
   * the rest nothing is known.
   */
  private void ofListing(int thread, int call, Outcomes outcomes, List<Promised> all) {
    List<Long> may = List.of(0L);
    List<Proposition> given = new ArrayList<>();
    for (int page = 0; page < start.pages().size(); page++) {
      Optional<Known> known =
          known(anyOf(related(page), Names::remaps), thread, call, page, outcomes);
      known.ifPresent(one -> given.addAll(one.given()));
      boolean printed = known.filter(one -> one.page().mapped()).isPresent();
      boolean open = known.isEmpty() || (!printed && grows);
      long bit = 1L << page;
      may =
          may.stream()
              .flatMap(
                  pages ->
                      open
                          ? Stream.of(pages, pages | bit)
                          : Stream.of(printed ? pages | bit : pages))
              .toList();
    }
    all.add(new Promised(given.stream().distinct().toList(), oneOf(thread, call, may)));
  }

  private Proposition oneOf(int thread, int call, List<Long> values) {
    List<Proposition> all = values.stream().map(value -> result(thread, call, value)).toList();
    return all.size() == 1 ? all.get(0) : new Proposition.Or(all);
  }

  /** What a load may give instead. */
  private static Proposition or(Proposition what, int page, List<Long> signals) {
    if (!(what instanceof Proposition.Read) || signals.isEmpty()) {
      return what;
    }
    List<Proposition> may = new ArrayList<>(List.of(what));
    signals.forEach(signal -> may.add(new Proposition.Read(page, signal)));
    return new Proposition.Or(may);
  }

  /** Without an access a page cannot be read, whatever it holds. */
  private List<Long> signalsInChild(int page) {
    return isDenied(page) ? List.of(UserAccess.SIGSEGV) : List.of();
  }

  /** Nor can one that nobody but userfaultfd would fill, which a child has nothing of. */
  private List<Long> signals(UserPage known, int page) {
    List<Long> signals = new ArrayList<>(signalsInChild(page));
    if (known.content().equals(Optional.of(0L)) && isRegistered(known, page)) {
      signals.add(UserAccess.SIGBUS);
    }
    return signals;
  }

  private boolean isDenied(int page) {
    return calls()
        .filter(anyOf(related(page), Names::names))
        .anyMatch(
            call ->
                call instanceof SystemCall.Mprotect mprotect
                    && !mprotect.prot().contains(Prot.PROT_READ));
  }

  private boolean isRegistered(UserPage known, int page) {
    return known.uffd()
        || calls()
            .filter(anyOf(related(page), Names::names))
            .anyMatch(SystemCall.UffdRegister.class::isInstance);
  }

  private Stream<SystemCall> calls() {
    return threads.stream().flatMap(List::stream);
  }

  private boolean isLastFork(int thread, int call) {
    List<SystemCall> after = threads.get(thread).subList(call + 1, threads.get(thread).size());
    return after.stream().noneMatch(SystemCall.Fork.class::isInstance);
  }

  /** A page, and those that a move makes one of, or takes elsewhere. */
  private Set<Integer> related(int page) {
    Set<Integer> all = new TreeSet<>(Set.of(page));
    calls()
        .filter(call -> call instanceof SystemCall.Mremap && Names.names(call, page))
        .forEach(
            move ->
                IntStream.range(0, start.pages().size())
                    .filter(other -> Names.names(move, other))
                    .forEach(all::add));
    return all;
  }

  private static Predicate<SystemCall> anyOf(
      Set<Integer> pages, BiPredicate<SystemCall, Integer> says) {
    return call -> pages.stream().anyMatch(page -> says.test(call, page));
  }

  /** What is known of a page, and by which results. */
  private record Known(UserPage page, List<Proposition> given) {
    List<Proposition> given(Proposition more) {
      return Stream.concat(given.stream(), Stream.of(more)).toList();
    }
  }

  /**
   * What a thread knows of a page before one of its calls, if no other thread has a say and none of
   * its own calls that has one failed.
   */
  private Optional<Known> known(
      Predicate<SystemCall> says, int thread, int before, int page, Outcomes outcomes) {
    UserSpace space = start;
    List<Proposition> given = new ArrayList<>();
    for (int t = 0; t < threads.size(); t++) {
      for (int i = 0; i < threads.get(t).size(); i++) {
        SystemCall call = threads.get(t).get(i);
        boolean has = says.test(call);
        if (t != thread && has) {
          return Optional.empty();
        }
        if (t == thread && i < before) {
          long result = outcomes.of(t, i);
          if (result < 0 && has) {
            return Optional.empty();
          }
          if (result >= 0) {
            space = space.after(call);
          }
          if (has) {
            given.add(result(t, i, result));
          }
        }
      }
    }
    return Optional.of(new Known(space.page(page), given));
  }

  private Proposition result(int thread, int call, long value) {
    return new Proposition.Result(
        thread, call, "r" + call, threads.get(thread).get(call).returns(), value);
  }
}
