package org.vmacheck.checks.hunt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.vmacheck.checks.book.Book;
import org.vmacheck.checks.hunt.Oracle.Answer;
import org.vmacheck.checks.hunt.Oracle.Answered;
import org.vmacheck.checks.workers.Workers;

/** Asks the questions of a space one after another, and keeps of what is alike the smallest. */
public final class Hunt {

  private final HuntPlan plan;
  private final Questions space;
  private final Oracle oracle;
  private final HuntState state;
  private final KnownFindings known;
  private final Shuffled order;
  private final int size;
  private final Map<String, Trophy> trophies = new LinkedHashMap<>();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicLong asked = new AtomicLong();
  private volatile boolean stopped;

  /**
   * A hunt, to be begun or to be gone on with.
   *
   * @throws org.vmacheck.checks.input.InputException if there is no such hunt, or its state is
   *     another's
   */
  public Hunt(HuntPlan plan, Book book) {
    this.plan = plan;
    space = plan.questions();
    oracle = plan.oracle();
    known = new KnownFindings(book);
    order = new Shuffled(space.size(), plan.seed());
    size = (int) Math.min(plan.sample(), space.size());
    state =
        plan.state().map(file -> HuntState.in(file, plan.asks(space))).orElseGet(HuntState::none);
  }

  /** What is asked, in a line. */
  public String asks() {
    return plan.asks(space);
  }

  /** How many questions are this hunt's, of this shard. */
  public int size() {
    return (size - plan.shard() + plan.shards()) / plan.shards();
  }

  /** How many of them have an answer. */
  public long done() {
    return state.count();
  }

  /** How many were answered since the hunt was begun or gone on with. */
  public long asked() {
    return asked.get();
  }

  /** What was found so far. */
  public synchronized List<Trophy> trophies() {
    return new ArrayList<>(trophies.values());
  }

  /** How the questions were answered, in a line. */
  public String counts() {
    return String.format(
        "%,d questions: %,d hold, %,d found, %,d without an answer in %s, %,d of no address space",
        state.count(),
        state.count(Answer.HOLDS),
        state.count(Answer.FOUND),
        state.count(Answer.OPEN),
        plan.budget().toMillis() + " ms",
        state.count(Answer.NONE));
  }

  /** Whether every question has an answer. */
  public boolean isComplete() {
    return state.count() == size() && state.count(Answer.OPEN) == 0;
  }

  /** Ends it before its time: the questions in hand are the last. */
  public void stop() {
    stopped = true;
  }

  /**
   * Asks what has not been asked yet.
   *
   * @param found told of each new trophy, one at a time
   * @param answered told after each question
   */
  public void run(Consumer<Trophy> found, Runnable answered) {
    for (int position : state.found()) {
      long number = order.at(position);
      Question question = space.question(number);
      keep(number, question, oracle.ask(question), trophy -> {});
    }
    ExecutorService workers = Workers.daemons(plan.jobs(), "hunt");
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < plan.jobs(); i++) {
        all.add(workers.submit(() -> work(found, answered)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a question could not be asked", failed.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      stopped = true;
      workers.shutdown();
      state.close();
    }
  }

  private void work(Consumer<Trophy> found, Runnable answered) {
    while (!stopped) {
      int position = (plan.shard() - 1) + plan.shards() * next.getAndIncrement();
      if (position >= size || position < 0) {
        return;
      }
      if (state.isDone(position)) {
        continue;
      }
      long number = order.at(position);
      Question question = space.question(number);
      Answered answer;
      try {
        answer = oracle.ask(question);
      } catch (RuntimeException fault) {
        throw new IllegalStateException(question.text(), fault);
      }
      keep(number, question, answer, found);
      state.answered(position, answer.answer());
      asked.incrementAndGet();
      answered.run();
    }
  }

  private void keep(long number, Question question, Answered answer, Consumer<Trophy> found) {
    if (answer.answer() != Answer.FOUND) {
      return;
    }
    Find find =
        new Find(
            number, question, plan.kernel(), plan.model(), answer.verdict().get(), answer.broken());
    synchronized (this) {
      if (trophies.computeIfPresent(find.key(), (key, trophy) -> trophy.again()) != null) {
        return;
      }
    }
    Find smallest = new Shrinking(oracle).smallest(find);
    Trophy trophy = new Trophy(smallest, known.page(smallest).or(() -> known.page(find)), 1);
    synchronized (this) {
      if (trophies.putIfAbsent(smallest.key(), trophy) == null) {
        found.accept(trophy);
      } else {
        trophies.computeIfPresent(smallest.key(), (key, old) -> old.again());
      }
    }
  }
}
