package org.vmacheck.model.names;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The kernel's function that a method stands for, where Java's name does not spell it. Holds for
 * methods that override it, too.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface KernelFunction {

  /** As one would grep for it: {@code __vma_start_write}. */
  String value();
}
