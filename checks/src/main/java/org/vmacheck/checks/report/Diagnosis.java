package org.vmacheck.checks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vmacheck.checks.engine.Access.Effect;
import org.vmacheck.checks.engine.Counterexample;
import org.vmacheck.checks.engine.Counterexample.Step;
import org.vmacheck.checks.engine.Location;
import org.vmacheck.model.memory.lockdep.HeldLock;

/**
 * What reviewers ask of a race, as far as the execution shows it: the structure and the field, the
 * lock that one path holds and the other does not, the two paths with their places, and the window.
 * What it does not show is left out.
 *
 * @param lines in the order of the report
 * @param numbers of the steps that they speak of, from 1
 */
record Diagnosis(List<Line> lines, Set<Integer> numbers) {

  /** One paragraph. */
  record Line(String label, String text) {}

  static Diagnosis of(Counterexample counterexample) {
    Writer writer = new Writer(counterexample);
    writer.write();
    return new Diagnosis(List.copyOf(writer.lines), Set.copyOf(writer.numbers));
  }

  private static final class Writer {

    private final Counterexample counterexample;
    private final List<Step> steps;
    private final List<Line> lines = new ArrayList<>();
    private final Set<Integer> numbers = new TreeSet<>();

    Writer(Counterexample counterexample) {
      this.counterexample = counterexample;
      this.steps = counterexample.steps();
    }

    void write() {
      if (!counterexample.evidence().steps().isEmpty()) {
        twoSteps(
            counterexample.evidence().steps().get(0), counterexample.evidence().steps().get(1));
        return;
      }
      Optional<Window> lost = Window.ofLostUpdate(counterexample);
      Optional<Window> stale = Window.ofStaleTest(counterexample);
      if (lost.isPresent()) {
        lostUpdate(lost.get());
      } else if (stale.isPresent()) {
        staleTest(stale.get());
      } else {
        lastStore();
      }
    }

    /** No window: what made the value that the property does not like. */
    private void lastStore() {
      for (Location cell : Window.looked(counterexample)) {
        int store = Window.lastStore(steps, cell);
        if (store >= 0) {
          add("Field:", cell.toString());
          paths(List.of(store));
          return;
        }
      }
    }

    /** A free and an access, two frees, or the two accesses of a data race. */
    private void twoSteps(int first, int second) {
      Location cell = steps.get(second).location();
      add(cell.field().isEmpty() ? "Object:" : "Field:", cell.toString());
      lock(List.of(first, second));
      paths(List.of(first, second));
      if (steps.get(first).access().effect() == Effect.FREE && first < second) {
        add(
            "Window:",
            "opens where "
                + at(first)
                + " frees "
                + steps.get(first).location()
                + "; the use in "
                + at(second)
                + " comes after that.");
      }
    }

    private void lostUpdate(Window window) {
      add("Field:", fields(window.opens(), window.closes()));
      lock(List.of(window.inside(), window.opens(), window.closes()));
      paths(List.of(window.inside(), window.opens(), window.closes()));
      add(
          "Window:",
          "opens where "
              + at(window.opens())
              + " loads "
              + steps.get(window.opens()).values()
              + "; "
              + at(window.inside())
              + " is inside; closes where "
              + at(window.closes())
              + " stores "
              + after(window.closes())
              + ", without that change.");
    }

    private void staleTest(Window window) {
      add("Field:", fields(window.opens(), window.closes()));
      lock(List.of(window.inside(), window.opens(), window.closes()));
      paths(List.of(window.inside(), window.opens(), window.closes()));
      add(
          "Window:",
          "opens where "
              + at(window.opens())
              + " loads "
              + steps.get(window.opens()).values()
              + "; "
              + at(window.inside())
              + " changes it to "
              + after(window.inside())
              + "; closes where "
              + at(window.closes())
              + " stores "
              + after(window.closes())
              + ".");
    }

    private String fields(int first, int second) {
      Location one = steps.get(first).location();
      Location other = steps.get(second).location();
      return one.equals(other) ? one.toString() : one + ", " + other;
    }

    private String after(int step) {
      return steps.get(step).after().map(value -> value.text()).orElse("nothing");
    }

    /**
     * A lock of the very structure that is accessed, which one thread holds at its access and the
     * other, at one of its own, does not; and whether any lock keeps the two apart.
     */
    private void lock(List<Integer> accesses) {
      for (int access : accesses) {
        Step holder = steps.get(access);
        for (HeldLock held : locks(access)) {
          List<Integer> without =
              accesses.stream()
                  .filter(other -> steps.get(other).thread() != holder.thread())
                  .filter(other -> steps.get(other).location().isSameFieldAs(holder.location()))
                  .filter(
                      other -> locks(other).stream().noneMatch(l -> l.name().equals(held.name())))
                  .toList();
          if (Location.of(held.name()).isInObjectOf(holder.location()) && !without.isEmpty()) {
            add(
                "Lock:",
                held.name()
                    + mode(held)
                    + " is held at "
                    + at(access)
                    + ", but not at "
                    + without.stream().map(this::at).collect(Collectors.joining(" and "))
                    + ".");
            return;
          }
        }
      }
    }

    private static String mode(HeldLock held) {
      return switch (held.mode()) {
        case READ -> " (read)";
        case WRITE -> " (write)";
        case SPIN -> "";
      };
    }

    /**
     * The locks held at a step, and the write lock of the VMA that it accesses: that one is no lock
     * to lockdep, but a number in the VMA, which its thread has stored earlier in the system call.
     */
    private List<HeldLock> locks(int position) {
      Step step = steps.get(position);
      List<HeldLock> held = new ArrayList<>(step.locks());
      boolean writeLocked =
          steps.subList(0, position).stream()
              .filter(s -> s.thread() == step.thread() && s.op().equals(step.op()))
              .filter(s -> s.access().effect() == Effect.STORE)
              .filter(s -> s.location().isInObjectOf(step.location()))
              .anyMatch(s -> s.location().field().equals("vm_lock_seq"));
      String lock = step.location().object() + ".vma_lock";
      if (writeLocked && held.stream().noneMatch(other -> other.name().equals(lock))) {
        held.add(new HeldLock(lock, HeldLock.Mode.WRITE));
      }
      return held;
    }

    /** Each access on a line of its own. */
    private void paths(List<Integer> accesses) {
      String text =
          accesses.stream()
              .map(
                  access ->
                      at(access)
                          + ": "
                          + steps.get(access).access()
                          + " of "
                          + steps.get(access).location()
                          + ", holding "
                          + Locks.text(locks(access)))
              .collect(Collectors.joining("\n"));
      add("Paths:", text);
    }

    /** {@code T2 in mprotect_fixup() (step 45)}. */
    private String at(int position) {
      Step step = steps.get(position);
      numbers.add(position + 1);
      String function = step.function().isEmpty() ? "" : " in " + step.function() + "()";
      return counterexample.threads().get(step.thread())
          + function
          + " (step "
          + (position + 1)
          + ")";
    }

    private void add(String label, String text) {
      lines.add(new Line(label, text));
    }
  }
}
