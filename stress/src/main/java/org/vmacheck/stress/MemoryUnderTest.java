package org.vmacheck.stress;

import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.hardware.HardwareMemory;

/**
 * The memory that the tests of this package run on: the machine's. A class loader of its own may
 * give these classes another one, so that the same tests run under a model checker.
 *
 * <p>Each test keeps it in a static final field, which a JIT takes for a constant.
 */
public final class MemoryUnderTest {

  private static Memory memory = new HardwareMemory();

  private MemoryUnderTest() {}

  static Memory memory() {
    return memory;
  }

  /** Puts another memory in its place, before any test of this class loader is initialised. */
  public static void use(Memory other) {
    memory = other;
  }
}
