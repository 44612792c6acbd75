package org.vmacheck.checks.engine;

/** An engine could not do its work, so it has no verdict. The message is one line for the user. */
public final class EngineFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public EngineFailure(String message) {
    super(message);
  }

  public EngineFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
