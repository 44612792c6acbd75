package org.vmacheck.checks.book;

import java.util.List;
import org.vmacheck.checks.syscall.SystemCall;

/**
 * A thread of a page.
 *
 * @param name its number with a P: {@code P0}
 */
public record ThreadText(Place at, String name, List<Statement> statements) {

  public ThreadText {
    statements = List.copyOf(statements);
  }

  /** Whether it leaves the process. */
  boolean exits() {
    return statements.stream().anyMatch(statement -> statement.call() instanceof SystemCall.Exit);
  }

  /** What goes by the reverse maps of a file, by /proc, or by the list of KSM. */
  static boolean isOutside(SystemCall call) {
    return call instanceof SystemCall.Collapse
        || call instanceof SystemCall.Truncate
        || call instanceof SystemCall.Migrate
        || call instanceof SystemCall.RmapRead
        || call instanceof SystemCall.KsmUnmerge
        || call instanceof SystemCall.UprobeRegister
        || call instanceof SystemCall.PunchHole
        || call instanceof SystemCall.Swapoff
        || call instanceof SystemCall.KsmScan
        || call instanceof SystemCall.ProcessMrelease
        || call instanceof SystemCall.Proc;
  }
}
