package org.vmacheck.checks.litmus.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vmacheck.checks.litmus.syntax.Expression;
import org.vmacheck.checks.litmus.syntax.LitmusTest.ThreadCode;
import org.vmacheck.checks.litmus.syntax.Operator;
import org.vmacheck.checks.litmus.syntax.Statement;
import org.vmacheck.checks.litmus.syntax.UnsupportedConstruct;
import org.vmacheck.checks.lkmm.EventKind;
import org.vmacheck.checks.lkmm.Tag;

/**
 * Runs one thread for every combination of values that its reads may return. Dependencies are
 * exact: every value carries the reads that it was computed from.
 *
 * <p>A read that has several values to choose from is a fork; the thread is run again from its
 * start for each combination of choices.
 */
class ThreadInterpreter {
  /** How often a loop's body runs at most, as in herd; longer executions are left out. */
  static final int LOOP_BOUND = 2;

  private static final int MAX_EVENTS = Long.SIZE;

  private final ThreadCode code;
  private final Map<String, Long> startRegisters;
  private final ValueDomain domain;
  private final Addresses addresses;
  private final Effort effort;

  private int[] choices = new int[16];
  private int[] alternatives = new int[16];
  private int chosen;
  private boolean cut;

  private List<TraceEvent> events;

  /** By event, for reads: the derivation of the value that was picked. */
  private final long[] derivations = new long[MAX_EVENTS];

  private long pickedDerivation;
  private Map<String, Value> registers;

  /** Reads that decide about what runs now. */
  private long control;

  /** Reads that the expression so far has seen, in whatever way. */
  private long seen;

  /** A number, the reads that it was computed from, and those that decided about it. */
  private record Value(long number, long data, long ctrl) {
    static Value constant(long number) {
      return new Value(number, 0, 0);
    }
  }

  /** This choice of values leads nowhere. */
  private static final class Discard extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Discard INSTANCE = new Discard();

    private Discard() {
      super("this choice of values leads nowhere", null, false, false);
    }
  }

  ThreadInterpreter(
      ThreadCode code,
      Map<String, Long> startRegisters,
      ValueDomain domain,
      Addresses addresses,
      Effort effort) {
    this.effort = effort;
    this.code = code;
    this.startRegisters = startRegisters;
    this.domain = domain;
    this.addresses = addresses;
  }

  /**
   * All traces over the values that the domain has now.
   *
   * @throws UnsupportedConstruct if the thread does what is not supported
   */
  List<ThreadTrace> traces() {
    List<ThreadTrace> result = new ArrayList<>();
    boolean anyCut = false;
    int depth;
    do {
      chosen = 0;
      ThreadTrace trace = trace();
      effort.spend(100 + 10L * events.size());
      anyCut |= cut;
      if (trace != null) {
        result.add(trace);
      }
      depth = chosen;
      while (depth > 0 && choices[depth - 1] + 1 == alternatives[depth - 1]) {
        choices[--depth] = 0;
      }
      if (depth > 0) {
        choices[depth - 1]++;
      }
    } while (depth > 0);
    cut = anyCut;
    return result;
  }

  /** Whether a loop would have run longer than {@link #LOOP_BOUND}, so that a trace is missing. */
  final boolean cut() {
    return cut;
  }

  /** One run of the thread, or null if its choices lead nowhere. */
  final ThreadTrace trace() {
    cut = false;
    events = new ArrayList<>();
    registers = new HashMap<>();
    startRegisters.forEach((name, value) -> registers.put(name, Value.constant(value)));
    control = 0;
    try {
      run(code.body());
    } catch (Discard discarded) {
      return null;
    }
    Map<String, Long> ends = new HashMap<>();
    registers.forEach((name, value) -> ends.put(name, value.number()));
    return new ThreadTrace(events, ends);
  }

  /** A fork: which of so many ways to go this time. */
  final int choose(int count) {
    if (chosen == choices.length) {
      choices = Arrays.copyOf(choices, 2 * chosen);
      alternatives = Arrays.copyOf(alternatives, 2 * chosen);
    }
    alternatives[chosen] = count;
    return choices[chosen++];
  }

  private void run(Statement statement) {
    if (statement instanceof Statement.Block block) {
      for (Statement s : block.statements()) {
        run(s);
      }
    } else if (statement instanceof Statement.Branch branch) {
      long outside = control;
      boolean holds = holds(branch.condition());
      run(holds ? branch.then() : branch.otherwise());
      control = outside;
    } else if (statement instanceof Statement.Loop loop) {
      run(loop);
    } else if (statement instanceof Statement.Assign assign) {
      Value value = evaluate(assign.value());
      registers.put(
          assign.register(), new Value(value.number(), value.data(), value.ctrl() | control));
    } else if (statement instanceof Statement.Evaluate evaluate) {
      evaluate(evaluate.expression());
    } else if (statement instanceof Statement.Store store) {
      Value address = evaluate(store.address());
      Value value = evaluate(store.value());
      append(EventKind.WRITE, store.tag(), false, address, value.number(), value.data(), -1);
    } else if (statement instanceof Statement.Fence fence) {
      order(fence.tag(), TraceEvent.NOWHERE, 0);
    } else {
      runAccess(statement);
    }
  }

  private void run(Statement.Loop loop) {
    long outside = control;
    for (int round = 0; holds(loop.condition()); round++) {
      if (round == LOOP_BOUND) {
        cut = true;
        throw Discard.INSTANCE;
      }
      run(loop.body());
    }
    control = outside;
  }

  private void runAccess(Statement statement) {
    if (statement instanceof Statement.Modify modify) {
      this.modify(modify.address(), modify.operator(), modify.operand(), Tag.NORETURN);
    } else if (statement instanceof Statement.Lock lock) {
      lock(evaluate(lock.address()));
    } else if (statement instanceof Statement.Unlock unlock) {
      append(EventKind.WRITE, Tag.UNLOCK, false, evaluate(unlock.address()), 0, 0, -1);
    } else if (statement instanceof Statement.SynchronizeSrcu synchronize) {
      Value address = evaluate(synchronize.address());
      order(Tag.SYNC_SRCU, address.number(), address.data());
    }
  }

  /** Decides a condition; what runs from now on depends on it. */
  private boolean holds(Expression condition) {
    seen = 0;
    boolean holds = decide(known(evaluate(condition)) != 0);
    control |= seen;
    return holds;
  }

  /** Which way a condition goes; its truth, unless a subclass sees that otherwise. */
  boolean decide(boolean holds) {
    return holds;
  }

  /** Called for every event when it is appended. */
  void appended(TraceEvent event, int position) {}

  /** The derivation of what the read at a position of the trace returned. */
  final long derivation(int position) {
    return derivations[position];
  }

  /** A value that the thread looks at; of one out of thin air it can only make copies. */
  private static long known(Value value) {
    if (value.number() == Addresses.THIN_AIR) {
      throw Discard.INSTANCE;
    }
    return value.number();
  }

  private Value evaluate(Expression expression) {
    if (expression instanceof Expression.Constant constant) {
      return Value.constant(constant.value());
    }
    if (expression instanceof Expression.Register register) {
      Value value = registers.getOrDefault(register.name(), Value.constant(0));
      seen |= value.data() | value.ctrl();
      return value;
    }
    if (expression instanceof Expression.Binary binary) {
      Value left = evaluate(binary.left());
      Value right = evaluate(binary.right());
      return new Value(
          compute(binary.operator(), known(left), known(right)),
          left.data() | right.data(),
          left.ctrl() | right.ctrl());
    }
    if (expression instanceof Expression.Both both) {
      Value left = evaluate(both.left());
      return decide(known(left) != 0) ? andThen(left, both.right()) : as(0, left);
    }
    if (expression instanceof Expression.Either either) {
      Value left = evaluate(either.left());
      return decide(known(left) != 0) ? as(1, left) : andThen(left, either.right());
    }
    if (expression instanceof Expression.Load load) {
      Value address = evaluate(load.address());
      return read(load.tag(), false, address, pick(address));
    }
    return evaluateAtomic(expression);
  }

  /** Another number that depends on the same reads. */
  private static Value as(long number, Value value) {
    return new Value(number, value.data(), value.ctrl());
  }

  /** The truth of an expression that is evaluated because of the value of another. */
  private Value andThen(Value left, Expression right) {
    long outside = control;
    control |= left.data() | left.ctrl();
    Value value = evaluate(right);
    control = outside;
    return new Value(
        known(value) == 0 ? 0 : 1, left.data() | value.data(), left.ctrl() | value.ctrl());
  }

  private long compute(Operator operator, long left, long right) {
    if (addresses.isAddress(left) || addresses.isAddress(right)) {
      switch (operator) {
        case ADD, SUBTRACT, XOR, EQUAL, NOT_EQUAL -> {}
        default ->
            throw new UnsupportedConstruct("operator " + operator.symbol() + " on an address", 0);
      }
    }
    if (operator == Operator.DIVIDE && right == 0) {
      throw Discard.INSTANCE;
    }
    return operator.apply(left, right);
  }

  private Value evaluateAtomic(Expression expression) {
    if (expression instanceof Expression.Exchange exchange) {
      Value value = evaluate(exchange.value());
      Value address = evaluate(exchange.address());
      Value old = read(exchange.tag(), true, address, pick(address));
      append(
          EventKind.WRITE,
          exchange.tag(),
          true,
          address,
          value.number(),
          value.data(),
          lastEvent());
      return old;
    }
    if (expression instanceof Expression.CompareExchange exchange) {
      return compareExchange(exchange);
    }
    if (expression instanceof Expression.FetchModify fetch) {
      return modify(fetch.address(), fetch.operator(), fetch.operand(), fetch.tag()).old();
    }
    if (expression instanceof Expression.ModifyReturn modify) {
      return modify(modify.address(), modify.operator(), modify.operand(), modify.tag()).updated();
    }
    if (expression instanceof Expression.AddUnless add) {
      return addUnless(add);
    }
    if (expression instanceof Expression.TryLock tryLock) {
      Value address = evaluate(tryLock.address());
      long held = pick(address);
      if (held == 0) {
        lock(address);
        return Value.constant(1);
      }
      read(Tag.LOCKED, false, address, held);
      return Value.constant(0);
    }
    Expression.IsLocked isLocked = (Expression.IsLocked) expression;
    Value address = evaluate(isLocked.address());
    long held = pick(address);
    read(held == 0 ? Tag.UNLOCKED : Tag.LOCKED, false, address, held);
    return Value.constant(held);
  }

  private Value compareExchange(Expression.CompareExchange exchange) {
    Value address = evaluate(exchange.address());
    Value expected = evaluate(exchange.expected());
    long found = pick(address);
    if (!decide(known(expected) == found)) {
      return read(exchange.tag(), true, address, found);
    }
    Value replacement = evaluate(exchange.replacement());
    Value old = read(exchange.tag(), true, address, found);
    append(
        EventKind.WRITE,
        exchange.tag(),
        true,
        address,
        replacement.number(),
        replacement.data(),
        lastEvent());
    return old;
  }

  private Value addUnless(Expression.AddUnless add) {
    Value address = evaluate(add.address());
    Value unless = evaluate(add.unless());
    long found = pick(address);
    if (!decide(known(unless) != found)) {
      Value old = read(add.tag(), true, address, found);
      return new Value(0, old.data() | unless.data(), old.ctrl() | unless.ctrl());
    }
    Value addend = evaluate(add.addend());
    Value old = read(add.tag(), true, address, found);
    long sum = compute(Operator.ADD, found, known(addend));
    append(EventKind.WRITE, add.tag(), true, address, sum, addend.data() | old.data(), lastEvent());
    return new Value(1, old.data() | unless.data(), old.ctrl() | unless.ctrl());
  }

  /** Both values of a read-modify-write; herd says of both that the operand went into them. */
  private record Modified(Value old, Value updated) {}

  private Modified modify(Expression location, Operator operator, Expression operand, Tag tag) {
    Value by = evaluate(operand);
    Value address = evaluate(location);
    Value old = read(tag, true, address, pick(address));
    long updated = compute(operator, known(old), known(by));
    long data = old.data() | by.data();
    long ctrl = old.ctrl() | by.ctrl();
    // the write's address is the read's: herd counts its dependency at the read only
    append(
        EventKind.WRITE, tag, true, Value.constant(address.number()), updated, data, lastEvent());
    return new Modified(new Value(old.number(), data, ctrl), new Value(updated, data, ctrl));
  }

  private void lock(Value address) {
    read(Tag.LOCK, false, address, 0);
    append(EventKind.WRITE, Tag.LOCK, false, address, 1, 0, lastEvent());
  }

  private int lastEvent() {
    return events.size() - 1;
  }

  /** The events of the last run, as far as it came. */
  final List<TraceEvent> events() {
    return events;
  }

  private long pick(Value address) {
    return valueAt(known(address));
  }

  /** What a read of an address returns this time. */
  long valueAt(long address) {
    ValueDomain.Candidate[] candidates = domain.candidates(address);
    ValueDomain.Candidate candidate =
        candidates[candidates.length == 1 ? 0 : choose(candidates.length)];
    pickedDerivation = candidate.derivation();
    return candidate.value();
  }

  private Value read(Tag tag, boolean atomic, Value address, long value) {
    append(EventKind.READ, tag, atomic, address, value, 0, -1);
    derivations[lastEvent()] = pickedDerivation;
    long self = 1L << lastEvent();
    seen |= self;
    return new Value(value, self, 0);
  }

  private void append(
      EventKind kind, Tag tag, boolean atomic, Value address, long value, long data, int rmwRead) {
    limit();
    TraceEvent event =
        new TraceEvent(
            kind, tag, atomic, known(address), value, address.data(), data, control, rmwRead);
    events.add(event);
    appended(event, lastEvent());
  }

  private void order(Tag tag, long address, long addr) {
    limit();
    TraceEvent event =
        new TraceEvent(EventKind.FENCE, tag, false, address, 0, addr, 0, control, -1);
    events.add(event);
    appended(event, lastEvent());
  }

  private void limit() {
    if (events.size() == MAX_EVENTS) {
      throw new UnsupportedConstruct("more than " + MAX_EVENTS + " events in a thread", 0);
    }
  }
}
