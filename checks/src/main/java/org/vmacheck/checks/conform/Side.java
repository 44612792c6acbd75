package org.vmacheck.checks.conform;

import java.util.List;
import org.vmacheck.checks.syscall.SystemCall;

/** One of the two that are compared. */
@FunctionalInterface
interface Side {

  /** Runs a sequence from an empty window and gives the lines that describe it. */
  List<String> run(List<SystemCall> calls);
}
