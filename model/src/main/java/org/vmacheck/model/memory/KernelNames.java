package org.vmacheck.model.memory;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Optional;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;

/**
 * The two spellings of one name: the model says {@code vmaStartWrite}, the kernel says {@code
 * vma_start_write}. Reports speak the kernel's language, and get it from the methods on the stack,
 * so that model code need not announce where it is. Methods that the kernel has under another name,
 * or not at all, say so by {@link KernelFunction} and {@link Folded}.
 */
public final class KernelNames {

  private static final String MODEL = "org.vmacheck.model.";
  private static final String MEMORY = MODEL + "memory.";

  private static final long SMALL = 4096;

  private KernelNames() {}

  /** Small numbers in decimal, what must be bits in hexadecimal. */
  public static String number(long value) {
    return value >= 0 && value < SMALL ? Long.toString(value) : "0x" + Long.toHexString(value);
  }

  /** {@code lockVmaUnderRcu} as {@code lock_vma_under_rcu}. */
  public static String snakeCase(String method) {
    return method.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  /**
   * The kernel function that a stack frame is in.
   *
   * @return empty if the frame is in no kernel path, or in a method that is folded into its caller
   */
  public static Optional<String> function(String className, String methodName) {
    if (!className.startsWith(MODEL) || className.startsWith(MEMORY)) {
      return Optional.empty();
    }
    Class<?> type;
    try {
      type = Class.forName(className, false, KernelNames.class.getClassLoader());
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException(className + " is on the stack and not loaded", impossible);
    }
    return function(type, methodName);
  }

  /**
   * The kernel function that a method stands for. Methods of one name stand for the same.
   *
   * @param method its name; that of a lambda stands for the method that it is in
   * @return empty if it is folded into its caller, as every constructor is
   */
  public static Optional<String> function(Class<?> type, String method) {
    if (method.startsWith("<")) {
      return Optional.empty();
    }
    String name = method;
    if (name.startsWith("lambda$")) {
      name = name.substring("lambda$".length(), name.lastIndexOf('$'));
    }
    if (annotation(type, name, Folded.class).isPresent()) {
      return Optional.empty();
    }
    String spelled = snakeCase(name);
    return Optional.of(
        annotation(type, name, KernelFunction.class).map(KernelFunction::value).orElse(spelled));
  }

  private static <A extends Annotation> Optional<A> annotation(
      Class<?> type, String method, Class<A> annotation) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      for (Method declared : at.getDeclaredMethods()) {
        if (declared.getName().equals(method) && declared.isAnnotationPresent(annotation)) {
          return Optional.of(declared.getAnnotation(annotation));
        }
      }
    }
    return Optional.empty();
  }
}
