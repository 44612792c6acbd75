package org.vmacheck.checks.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.checks.engine.Access.Effect;
import org.vmacheck.model.memory.Order;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.memory.Rcu;
import org.vmacheck.model.memory.RwSemaphore;
import org.vmacheck.model.memory.SpinLock;
import org.vmacheck.model.memory.Word;

class AccessTest {

  /** Questions to lockdep, which are no accesses. */
  private static final Set<String> NO_ACCESS = Set.of("heldByMe", "writeHeldByMe");

  static Stream<String> methodsOfTheMemory() {
    return Stream.of(Word.class, Pointer.class, SpinLock.class, RwSemaphore.class, Rcu.class)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
        .map(Method::getName)
        .filter(method -> !NO_ACCESS.contains(method))
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("methodsOfTheMemory")
  void everyMethodOfTheMemoryHasAKernelSpelling(String method) {
    assertThat(Access.ofMethod(method, true).toString()).isNotBlank();
  }

  @Test
  void plainAccessesAreToldApartByWhatTheyDo() {
    assertThat(Access.ofMethod("plain", false)).isEqualTo(Access.LOAD).hasToString("load");
    assertThat(Access.ofMethod("plain", true)).isEqualTo(Access.STORE).hasToString("store");
  }

  @Test
  void whatIsNoAccessIsSaid() {
    assertThatThrownBy(() -> Access.ofMethod("hashCode", false))
        .isInstanceOf(EngineFailure.class)
        .hasMessageContaining("hashCode");
  }

  @Test
  void whatAnAccessIsDoesNotHangOnHowItIsSpelled() {
    assertThat(Access.SPIN_LOCK.isLock()).isTrue();
    assertThat(Access.DOWNGRADE_WRITE.isLock()).isTrue();
    assertThat(Access.RCU_READ_LOCK.isLock()).isFalse();
    assertThat(Access.RCU_READ_LOCK.isSilent()).isTrue();
    assertThat(Access.TEST_BIT.effect()).isEqualTo(Effect.LOAD);
    assertThat(Access.SET_BIT.writes()).isTrue();
    assertThat(Access.SPIN_UNLOCK.writes()).isFalse();
    assertThat(Access.load(Order.ACQUIRE)).isEqualTo(Access.SMP_LOAD_ACQUIRE);
    assertThat(Access.store(Order.RELEASE)).isEqualTo(Access.SMP_STORE_RELEASE);
    assertThat(Access.update(Order.FULL)).isEqualTo("rmw");
  }
}
