package org.vmacheck.model.memory;

import java.util.Locale;

/**
 * The two spellings of one name: the model says {@code vmaStartWrite}, the kernel says {@code
 * vma_start_write}. Reports speak the kernel's language, and get it from the method names on the
 * stack, so that model code need not announce where it is.
 */
public final class KernelNames {

  private static final String MODEL = "org.vmacheck.model.";
  private static final String MEMORY = MODEL + "memory.";

  private static final long SMALL = 4096;

  private KernelNames() {}

  /** Whether a class holds kernel paths, as opposed to the memory they run on or an engine. */
  public static boolean isKernelPath(String className) {
    return className.startsWith(MODEL) && !className.startsWith(MEMORY);
  }

  /** Small numbers in decimal, what must be bits in hexadecimal. */
  public static String number(long value) {
    return value >= 0 && value < SMALL ? Long.toString(value) : "0x" + Long.toHexString(value);
  }

  /** {@code lockVmaUnderRcu} as {@code lock_vma_under_rcu}. */
  public static String function(String method) {
    String name = method;
    if (name.startsWith("lambda$")) {
      name = name.substring("lambda$".length(), name.lastIndexOf('$'));
    }
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
