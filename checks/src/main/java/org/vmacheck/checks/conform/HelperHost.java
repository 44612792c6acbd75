package org.vmacheck.checks.conform;

import java.nio.file.Path;
import java.util.List;

/** A kernel that the helper can be started on. */
public interface HelperHost {

  /** Options of the compiler that this takes. */
  List<String> options();

  /**
   * Starts the helper.
   *
   * @throws Unavailable if it cannot be started there
   */
  Helper start(Path executable, List<String> arguments) throws Unavailable;
}
