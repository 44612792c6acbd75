package org.vmacheck.model.release;

/** Patches that no kernel can have together. The message is one sentence that says why. */
public final class Incompatible extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Incompatible(String message) {
    super(message);
  }
}
