package org.vmacheck.model.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Something that every memory promises. One subclass an implementation. */
public abstract class Contract {

  /**
   * Runs one thread on a new memory, to its end. An engine may run it more than once; what it
   * throws fails the test.
   */
  protected abstract void run(Consumer<Memory> thread);

  protected static KernelBug bugOf(ThrowingCallable code) {
    return catchThrowableOfType(KernelBug.class, code);
  }

  protected static void assertFinding(KernelBug.Kind kind, ThrowingCallable code) {
    KernelBug bug = bugOf(code);
    assertThat(bug).as("a finding of kind " + kind).isNotNull();
    assertThat(bug.kind()).isEqualTo(kind);
  }
}
