package org.vmacheck.checks.litmus.run;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.vmacheck.checks.litmus.syntax.LitmusTest.ThreadCode;
import org.vmacheck.checks.litmus.syntax.UnsupportedConstruct;

/** Runs one thread for the values that its reads have returned so far, and one event further. */
final class ThreadReplay extends ThreadInterpreter {

  /** The thread has come as far as is known. */
  private static final class Pause extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Pause INSTANCE = new Pause();

    private Pause() {
      super("the thread has come as far as is known", null, false, false);
    }
  }

  /** What comes after the events that are known. */
  sealed interface Next {}

  /**
   * An event.
   *
   * @param reads whether it is a read of which the memory says what it returns; its value here
   *     means nothing then
   */
  record Event(TraceEvent event, boolean reads) implements Next {}

  /** The end of the thread, with its local variables. */
  record End(Map<String, Long> registers) implements Next {}

  /**
   * Nothing: no execution looks like this.
   *
   * @param loop because a loop would run longer than {@link ThreadInterpreter#LOOP_BOUND}
   */
  record Nowhere(boolean loop) implements Next {}

  private long[] values;
  private int used;
  private int limit;
  private long asked;

  ThreadReplay(ThreadCode code, Map<String, Long> startRegisters, Addresses addresses) {
    super(code, startRegisters, new ValueDomain(Map.of()), addresses, new Effort());
  }

  /**
   * What the thread does after its first events.
   *
   * @param read what its reads returned
   * @param events how many events that were
   */
  Next next(long[] read, int events) {
    ThreadTrace whole = run(read, events);
    List<TraceEvent> sofar = events();
    if (sofar.size() > events) {
      return new Event(sofar.get(events), false);
    }
    if (whole != null) {
      return new End(whole.registers());
    }
    if (asked == TraceEvent.NOWHERE) {
      return new Nowhere(cut());
    }
    long address = asked;
    run(append(read, 0), events);
    TraceEvent event = events().size() > events ? events().get(events) : null;
    if (event == null || event.address() != address) {
      throw new UnsupportedConstruct("a read in an argument that is only used on success", 0);
    }
    return new Event(event, true);
  }

  /**
   * The write of a read-modify-write that comes after the first events, or null if it writes
   * nothing.
   *
   * @param read what the reads before it returned, and what its own returned
   */
  TraceEvent written(long[] read, int events) {
    run(read, events + 1);
    boolean writes = events().size() > events + 1 && events().get(events + 1).rmwRead() == events;
    return writes ? events().get(events + 1) : null;
  }

  static long[] append(long[] values, long value) {
    long[] more = Arrays.copyOf(values, values.length + 1);
    more[values.length] = value;
    return more;
  }

  /** The whole trace if the thread ends before it has so many events and one more. */
  private ThreadTrace run(long[] read, int events) {
    values = read;
    used = 0;
    limit = events;
    asked = TraceEvent.NOWHERE;
    try {
      return trace();
    } catch (Pause pause) {
      return null;
    }
  }

  @Override
  long valueAt(long address) {
    if (used == values.length) {
      asked = address;
      throw Pause.INSTANCE;
    }
    return values[used++];
  }

  @Override
  void appended(TraceEvent event, int position) {
    if (position >= limit) {
      throw Pause.INSTANCE;
    }
  }
}
