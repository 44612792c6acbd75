package org.vmacheck.checks.live;

import java.io.IOException;

/** A host that had begun to run programs and did not come to their end. */
public final class HostDied extends IOException {

  private static final long serialVersionUID = 1L;

  private final int during;

  /**
   * @param during the place of the program that it ran then
   */
  public HostDied(String message, int during) {
    super(message);
    this.during = during;
  }

  /** The place of the program that it ran when it died. */
  public int during() {
    return during;
  }
}
