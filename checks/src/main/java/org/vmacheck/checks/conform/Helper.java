package org.vmacheck.checks.conform;

import java.io.IOException;

/** The helper program at work on some kernel. Used by one thread. */
public interface Helper extends AutoCloseable {

  /** Writes a request, which ends with a newline. */
  void send(String request) throws IOException;

  /** Makes sure that what was written is on its way. */
  void flush() throws IOException;

  /** Waits for the next line of an answer, null if it has ended. */
  String readLine() throws IOException;

  /** How it ended, from a colon on; empty if nobody knows. */
  String lastWords() throws IOException;

  @Override
  void close();
}
