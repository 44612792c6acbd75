package org.vmacheck.checks.hunt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.vmacheck.checks.syscall.SystemCall;

/**
 * The questions that make given calls: on every address space that they can make, with every
 * argument. Of the page that the calls are from it knows nothing else.
 */
final class AlikeSpace implements Questions {

  private final int pages;
  private final List<List<SystemCall>> states;

  /** For each call of each thread what it may be. */
  private final List<List<List<SystemCall>>> threads = new ArrayList<>();

  /**
   * @param pages of the address space
   * @throws org.vmacheck.checks.input.InputException if a hunt has no such call
   */
  AlikeSpace(int pages, Alike alike) {
    this.pages = pages;
    states = StartStates.of(pages, alike.initial());
    for (List<String> thread : alike.threads()) {
      threads.add(thread.stream().map(name -> Vocabulary.of(pages, List.of(name))).toList());
    }
  }

  @Override
  public long size() {
    return states.size() * assignments();
  }

  private long assignments() {
    return threads.stream()
        .flatMap(List::stream)
        .mapToLong(List::size)
        .reduce(1, Math::multiplyExact);
  }

  @Override
  public String toString() {
    return String.format("%,d address spaces, %,d ways to call", states.size(), assignments());
  }

  @Override
  public Question question(long number) {
    long rest = number % assignments();
    List<SystemCall> initial = states.get((int) (number / assignments()));
    List<List<SystemCall>> chosen = new ArrayList<>();
    for (List<List<SystemCall>> thread : threads) {
      List<SystemCall> sequence = new ArrayList<>();
      for (List<SystemCall> choices : thread) {
        sequence.add(choices.get((int) (rest % choices.size())));
        rest /= choices.size();
      }
      chosen.add(Collections.unmodifiableList(sequence));
    }
    return new Question(Math.max(2, (pages + 1) / 2 * 2), initial, chosen);
  }
}
