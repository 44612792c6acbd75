package org.vmacheck.checks.hunt;

/** Questions, each with its number. How many of what there are is its text. */
interface Questions {

  /** How many there are. */
  long size();

  /** The one of a number from 0. */
  Question question(long number);
}
