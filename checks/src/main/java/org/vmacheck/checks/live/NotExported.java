package org.vmacheck.checks.live;

/** A page that no program can be made of; the message says why. */
public final class NotExported extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Of a reason, in words that follow "is not exported: ". */
  public NotExported(String why) {
    super(why);
  }
}
