package org.vmacheck.checks.litmus.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vmacheck.checks.litmus.syntax.LitmusTest;
import org.vmacheck.checks.litmus.syntax.LitmusTest.Initial;
import org.vmacheck.checks.litmus.syntax.LitmusTest.ThreadCode;
import org.vmacheck.checks.litmus.syntax.Term;
import org.vmacheck.checks.litmus.syntax.UnsupportedConstruct;

/** What a test starts with. */
final class InitialState {
  final Addresses addresses = new Addresses();

  /** By address; what is not in it is 0. */
  final Map<Long, Long> values = new HashMap<>();

  /** By thread and name: parameters hold addresses. */
  final List<Map<String, Long>> registers = new ArrayList<>();

  InitialState(LitmusTest test) {
    for (ThreadCode thread : test.threads()) {
      Map<String, Long> ofThread = new HashMap<>();
      for (String parameter : thread.parameters()) {
        ofThread.put(parameter, addresses.of(parameter));
      }
      registers.add(ofThread);
    }
    test.initial().forEach(this::initialize);
  }

  private void initialize(Initial initial) {
    long value =
        initial.value() instanceof Term.Number number
            ? number.value()
            : addresses.of(((Term.Address) initial.value()).location());
    if (initial.observable() instanceof Term.Register register) {
      if (register.thread() >= registers.size()) {
        throw new UnsupportedConstruct("register of a thread that is not there", 0);
      }
      registers.get(register.thread()).put(register.name(), value);
    } else {
      values.put(addresses.of(((Term.Location) initial.observable()).name()), value);
    }
  }
}
