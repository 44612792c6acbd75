package org.vmacheck.checks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.memory.Rcu;
import org.vmacheck.model.memory.RwSemaphore;
import org.vmacheck.model.memory.SpinLock;
import org.vmacheck.model.memory.Word;

final class AccessTest {

  /** Made of other accesses, or none at all. */
  private static final Set<String> NO_ACCESS =
      Set.of(
          "await",
          "allocate",
          "word",
          "pointer",
          "spinLock",
          "rwSemaphore",
          "lockMap",
          "rcu",
          "lockdep",
          "faultInjection",
          "restartSyscall",
          "heldByMe",
          "writeHeldByMe",
          "testBit");

  static Stream<String> methods() {
    return Stream.of(
            Memory.class, Word.class, Pointer.class, SpinLock.class, RwSemaphore.class, Rcu.class)
        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
        .map(Method::getName)
        .filter(name -> !NO_ACCESS.contains(name))
        .distinct()
        .sorted();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void everyMethodOfTheMemoryHasTheKernelsSpelling(String method) {
    assertThat(Access.ofMethod(method, true).toString()).isNotBlank();
  }
}
