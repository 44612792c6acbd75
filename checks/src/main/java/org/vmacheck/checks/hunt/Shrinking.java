package org.vmacheck.checks.hunt;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.checks.hunt.Oracle.Answer;
import org.vmacheck.checks.hunt.Oracle.Answered;
import org.vmacheck.checks.syscall.SystemCall;
import org.vmacheck.checks.syscall.SystemCall.Range;

/** Makes what was found smaller, as long as the same is found. */
final class Shrinking {

  private final Oracle oracle;

  Shrinking(Oracle oracle) {
    this.oracle = oracle;
  }

  /** A find of the same that has no smaller one next to it. */
  Find smallest(Find find) {
    Find best = find;
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (Question candidate : smaller(best.question())) {
        Answered answered = oracle.ask(candidate);
        if (answered.answer() == Answer.FOUND) {
          Find next =
              new Find(
                  best.number(),
                  candidate,
                  best.kernel(),
                  best.model(),
                  answered.verdict().get(),
                  answered.broken());
          if (next.finding().equals(best.finding())) {
            best = next;
            smaller = true;
            break;
          }
        }
      }
    }
    return best;
  }

  /** A thread less, a call less, or a call on fewer pages. */
  private static List<Question> smaller(Question of) {
    List<Question> all = new ArrayList<>();
    for (int t = 0; t < of.threads().size() && of.threads().size() > 1; t++) {
      all.add(new Question(of.pages(), of.initial(), without(of.threads(), t)));
    }
    for (int t = 0; t < of.threads().size(); t++) {
      for (List<SystemCall> calls : smaller(of.threads().get(t), 1)) {
        all.add(new Question(of.pages(), of.initial(), with(of.threads(), t, calls)));
      }
    }
    for (List<SystemCall> calls : smaller(of.initial(), 0)) {
      all.add(new Question(of.pages(), calls, of.threads()));
    }
    return all;
  }

  private static List<List<SystemCall>> smaller(List<SystemCall> calls, int least) {
    List<List<SystemCall>> all = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      if (calls.size() > least) {
        all.add(without(calls, i));
      }
    }
    for (int i = 0; i < calls.size(); i++) {
      if (calls.get(i) instanceof SystemCall.OnRange on && on.range().pages() > 1) {
        Range range = on.range();
        all.add(with(calls, i, on.on(new Range(range.start(), range.pages() - 1))));
        all.add(with(calls, i, on.on(new Range(range.start() + 1, range.pages() - 1))));
      }
    }
    return all;
  }

  private static <T> List<T> without(List<T> list, int at) {
    List<T> result = new ArrayList<>(list);
    result.remove(at);
    return result;
  }

  private static <T> List<T> with(List<T> list, int at, T other) {
    List<T> result = new ArrayList<>(list);
    result.set(at, other);
    return result;
  }
}
