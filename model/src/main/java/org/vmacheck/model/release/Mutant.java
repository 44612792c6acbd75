package org.vmacheck.model.release;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A step of the kernel that every release has: the class that carries this is the code without it,
 * to show what the step is for.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Mutant {

  /** What the step does, in one sentence. */
  String value();
}
