package org.vmacheck.checks.conform;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.checks.book.PageFailure;
import org.vmacheck.checks.book.PageReader;
import org.vmacheck.checks.book.Statement;
import org.vmacheck.checks.syscall.SystemCall;

/** A sequence that somebody typed. */
public final class GivenCalls {

  /** A byte: what is compared of a page is its first one. */
  private static final int LARGEST_VALUE = 255;

  private GivenCalls() {}

  /**
   * Reads calls with semicolons between them.
   *
   * @param text {@code mmap(0, 4, PROT_READ, MAP_FIXED); munmap(1, 1)}
   * @throws PageFailure if they are not that, or cannot be compared with the kernel
   */
  public static List<SystemCall> read(String text) {
    List<SystemCall> calls = new ArrayList<>();
    for (Statement statement : PageReader.statements(text)) {
      check(statement);
      calls.add(statement.call());
    }
    return List.copyOf(calls);
  }

  private static void check(Statement statement) {
    SystemCall call = statement.call();
    if (!WireForm.has(call.getClass())) {
      throw refuse(
          statement,
          "is not compared with the kernel: " + WireForm.whyNotCompared(call.getClass()));
    }
    if (call.end() > Window.PAGES) {
      throw refuse(
          statement,
          "names page " + (call.end() - 1) + ", expected one of 0 to " + (Window.PAGES - 1));
    }
    if (call instanceof SystemCall.Mmap mmap
        && !mmap.isAnonymous()
        && !mmap.file().equals(Window.FILE)) {
      throw refuse(statement, "names the file " + mmap.file() + ", expected " + Window.FILE);
    }
    if (call instanceof SystemCall.Write write && write.value() > LARGEST_VALUE) {
      throw refuse(statement, "writes more than a byte, expected 0 to " + LARGEST_VALUE);
    }
  }

  private static PageFailure refuse(Statement statement, String why) {
    return new PageFailure(statement.at(), statement.call().text() + " " + why);
  }
}
