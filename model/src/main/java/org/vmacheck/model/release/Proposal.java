package org.vmacheck.model.release;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Something that no release has, a candidate fix above all, or that a configuration adds: the class
 * that carries this is the code with it. A kernel is asked for {@code --with acquire-after-wait}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Proposal {

  /** What it changes, in one sentence. */
  String value();
}
