package org.vmacheck.checks.engine;

/**
 * Executions of the Linux-kernel memory model in which a thread reads what another one writes only
 * because of what the first one writes later: a write that depends on none of the reads before it
 * may come before them.
 */
public enum LoadBuffering {
  /** A write comes after the reads before it in its thread, whatever they read. */
  LEFT_OUT,

  /** A write comes after those reads that it depends on. */
  INCLUDED
}
