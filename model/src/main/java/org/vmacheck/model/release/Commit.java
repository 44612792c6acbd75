package org.vmacheck.model.release;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A commit of Linux, read backwards: the class that carries this is the code <em>before</em> it.
 * Its name says what the commit brought: a kernel is asked for {@code --without retest-under-ptl}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Commit {

  /** Twelve digits, or several of them for a series: {@code 49e14dabed7a}. */
  String[] id();

  /** The first release that has it. */
  String release();

  /** Older releases whose stable branch has it, too. */
  String[] stable() default {};

  /** What it changed, in one sentence. */
  String sentence();
}
