package org.vmacheck.stress;

import java.util.function.Supplier;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.hardware.HardwareMemory;

/**
 * The memory that the tests of this package run on: the machine's, unless the class loader of these
 * classes supplies another one, so that the same tests run under a model checker. JCStress makes
 * the tests itself, from their classes, so nothing can be handed to them.
 *
 * <p>Each test keeps it in a static final field, which a JIT takes for a constant.
 */
public final class MemoryUnderTest {

  private static final Memory MEMORY =
      MemoryUnderTest.class.getClassLoader() instanceof Supplier<?> loader
          ? (Memory) loader.get()
          : new HardwareMemory();

  private MemoryUnderTest() {}

  static Memory memory() {
    return MEMORY;
  }
}
