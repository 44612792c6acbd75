package org.vmacheck.checks.litmus.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vmacheck.checks.litmus.run.LocationOrders.Order;
import org.vmacheck.checks.litmus.run.TraceSets.Written;
import org.vmacheck.checks.litmus.syntax.LitmusTest;
import org.vmacheck.checks.litmus.syntax.Term;
import org.vmacheck.checks.litmus.syntax.Term.Observable;
import org.vmacheck.checks.litmus.syntax.UnsupportedConstruct;
import org.vmacheck.checks.lkmm.EventKind;
import org.vmacheck.checks.lkmm.LinuxKernelModel;
import org.vmacheck.checks.lkmm.Relation;

/**
 * Enumerates all consistent executions of a litmus test, load buffering included: first what each
 * thread does for each choice of read values, then for each combination of such traces all orders
 * of each location, and of their products those that the model allows.
 */
public final class Enumeration {
  private final LitmusTest test;
  private final Effort effort = new Effort();
  private final Addresses addresses;
  private final ValueDomain domain;
  private final TraceSets traceSets;
  private final SortedSet<Observable> observables = new TreeSet<>();

  private final List<ThreadTrace> chosen = new ArrayList<>();
  private final List<Set<Written>> stillWritten = new ArrayList<>();

  private final TreeMap<String, Long> states = new TreeMap<>();
  private long positive;
  private long negative;
  private final TreeMap<String, Long> loadBuffering = new TreeMap<>();
  private boolean dataRace;

  private Enumeration(LitmusTest test) {
    this.test = test;
    InitialState start = new InitialState(test);
    addresses = start.addresses;
    observables.addAll(test.locations());
    test.condition().forEachObservable(observables::add);
    traceSets = new TraceSets(test.threads(), start, effort);
    domain = traceSets.domain();
  }

  /**
   * Runs a test.
   *
   * @throws UnsupportedConstruct if a thread does what is not supported
   */
  public static LitmusResult run(LitmusTest test) {
    Enumeration enumeration = new Enumeration(test);
    enumeration.chooseTraces();
    return new LitmusResult(
        test,
        enumeration.states,
        enumeration.positive,
        enumeration.negative,
        Optional.of(enumeration.loadBuffering),
        enumeration.dataRace,
        enumeration.traceSets.cut());
  }

  private void chooseTraces() {
    // what the threads that are still to be chosen may write
    Set<Written> later = new HashSet<>();
    for (int t = test.threads().size() - 1; t >= 0; t--) {
      stillWritten.add(0, Set.copyOf(later));
      later.addAll(traceSets.written(t));
    }
    chooseTrace(new HashSet<>());
  }

  private void chooseTrace(Set<Written> written) {
    int thread = chosen.size();
    if (thread == test.threads().size()) {
      explore(new Combination(chosen, domain));
      return;
    }
    for (ThreadTrace trace : traceSets.of(thread)) {
      chosen.add(trace);
      effort.spend(100L * chosen.size());
      Set<Written> more = new HashSet<>(written);
      TraceSets.addWritten(trace, more);
      if (servable(more, stillWritten.get(thread))) {
        chooseTrace(more);
      }
      chosen.remove(thread);
    }
  }

  /** Whether every read so far can get its value from somebody. */
  private boolean servable(Set<Written> written, Set<Written> later) {
    for (ThreadTrace trace : chosen) {
      for (TraceEvent event : trace.events()) {
        if (event.kind() == EventKind.READ && event.value() != domain.initial(event.address())) {
          Written wanted = new Written(event.address(), event.value());
          if (!written.contains(wanted) && !later.contains(wanted)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private void explore(Combination combination) {
    List<List<Order>> orders = new ArrayList<>();
    for (int location = 0; location < combination.accesses.size(); location++) {
      List<Order> ofLocation = LocationOrders.of(combination, location, effort);
      if (ofLocation.isEmpty()) {
        return;
      }
      orders.add(ofLocation);
    }
    LinuxKernelModel model = new LinuxKernelModel(combination.structure);
    int size = combination.structure.size();
    new Product(combination, orders, model).extend(0, new Relation(size), new Relation(size));
  }

  /** The product of the orders of all locations, as far as the model goes along. */
  private final class Product {
    private final Combination combination;
    private final List<List<Order>> orders;
    private final LinuxKernelModel model;
    private final int[] lastWrite;
    private final Relation programOrder;

    Product(Combination combination, List<List<Order>> orders, LinuxKernelModel model) {
      this.combination = combination;
      this.orders = orders;
      this.model = model;
      this.lastWrite = new int[orders.size()];
      this.programOrder = combination.structure.programOrder();
    }

    void extend(int location, Relation rf, Relation co) {
      int size = combination.structure.size();
      effort.spend((long) size * size);
      if (location == orders.size()) {
        if (model.consistent(rf, co)) {
          count(rf, co);
        }
        return;
      }
      List<Order> choices = orders.get(location);
      // the axioms are monotone, so a look at a part may spare the rest; one choice is no part
      if (choices.size() > 1 && location > 0 && !model.consistent(rf, co)) {
        return;
      }
      for (Order order : choices) {
        Relation moreRf = rf.copy();
        Relation moreCo = co.copy();
        order.addTo(moreRf, moreCo);
        lastWrite[location] = order.lastWrite();
        extend(location + 1, moreRf, moreCo);
      }
    }

    private void count(Relation rf, Relation co) {
      combination.requireAddresses(addresses);
      EndState end = new EndState(this::value, addresses);
      if (!end.satisfies(test.filter())) {
        return;
      }
      states.merge(end.show(observables), 1L, Long::sum);
      if (end.satisfies(test.condition())) {
        positive++;
      } else {
        negative++;
      }
      if (!programOrder.or(rf).isAcyclic()) {
        loadBuffering.merge(end.show(observables), 1L, Long::sum);
      }
      dataRace = dataRace || model.dataRace(rf, co);
    }

    private long value(Observable observable) {
      if (observable instanceof Term.Register register) {
        if (register.thread() >= combination.traces.size()) {
          throw new UnsupportedConstruct("register of a thread that is not there", 0);
        }
        return combination
            .traces
            .get(register.thread())
            .registers()
            .getOrDefault(register.name(), 0L);
      }
      long address = addresses.of(((Term.Location) observable).name());
      int location = combination.location(address);
      return location < 0 ? domain.initial(address) : combination.values[lastWrite[location]];
    }
  }
}
