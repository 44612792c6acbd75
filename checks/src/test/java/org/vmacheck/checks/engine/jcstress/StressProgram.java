package org.vmacheck.checks.engine.jcstress;

import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.vmacheck.checks.scenario.KernelThread;
import org.vmacheck.checks.scenario.Operation;
import org.vmacheck.checks.scenario.Outcomes;
import org.vmacheck.checks.scenario.Program;
import org.vmacheck.model.memory.Memory;

/**
 * A JCStress test as a program: its actors are the threads, and its arbiter looks at the end.
 *
 * <p>An actor may be run again and again up to some access, so each run has a result of its own,
 * and what the operation returns is the number of that result. No two actors write one field.
 */
final class StressProgram {

  private final Object state;
  private final List<Method> actors;
  private final List<Method> arbiters;
  private final Constructor<?> resultMaker;
  private final List<Field> resultFields;
  private final List<Object> results = new ArrayList<>();

  private StressProgram(Class<?> form) throws ReflectiveOperationException {
    state = form.getConstructor().newInstance();
    actors = methods(form, Actor.class);
    arbiters = methods(form, Arbiter.class);
    List<Method> all = new ArrayList<>(actors);
    all.addAll(arbiters);
    Class<?> result =
        all.stream()
            .filter(method -> method.getParameterCount() == 1)
            .findFirst()
            .orElseThrow()
            .getParameterTypes()[0];
    resultMaker = result.getConstructor();
    resultFields =
        Arrays.stream(result.getFields()).filter(f -> f.getName().matches("r\\d+")).toList();
  }

  /**
   * A test on a memory.
   *
   * @param seen gets the outcome of each execution, as JCStress writes it
   */
  static Program of(String test, Memory memory, Set<String> seen) {
    // an actor may be the first to ask for it
    Objects.requireNonNull(memory.rcu());
    try {
      return new StressProgram(new StressClasses(memory).form(test)).program(seen);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(test, e);
    }
  }

  private static List<Method> methods(Class<?> form, Class<? extends Annotation> what) {
    return Arrays.stream(form.getMethods())
        .filter(method -> method.isAnnotationPresent(what))
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  private Program program(Set<String> seen) {
    List<KernelThread> threads = new ArrayList<>();
    for (Method actor : actors) {
      threads.add(KernelThread.of(actor.getName(), new Operation(actor.getName(), run(actor))));
    }
    return new Program(threads, outcomes -> seen.add(end(outcomes).toString()));
  }

  private LongSupplier run(Method actor) {
    return () -> {
      Object result = newResult();
      call(actor, result);
      if (!results.contains(result)) {
        results.add(result);
      }
      return results.indexOf(result);
    };
  }

  private Object end(Outcomes outcomes) {
    Object untouched = newResult();
    Object end = newResult();
    try {
      for (int t = 0; t < actors.size(); t++) {
        Object part = results.get((int) outcomes.of(t, 0));
        for (Field field : resultFields) {
          if (!Objects.equals(field.get(part), field.get(untouched))) {
            field.set(end, field.get(part));
          }
        }
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
    arbiters.forEach(arbiter -> call(arbiter, end));
    return end;
  }

  private Object newResult() {
    try {
      return resultMaker.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Throws what the method throws as it is: the explorer ends a replay that way. */
  private void call(Method method, Object result) {
    try {
      MethodHandle handle = MethodHandles.publicLookup().unreflect(method).bindTo(state);
      if (method.getParameterCount() == 0) {
        handle.invoke();
      } else {
        handle.invoke(result);
      }
    } catch (Error | RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(method.getName(), e);
    }
  }
}
