package org.vmacheck.checks.claims;

import java.util.List;

/** The catalogue of claims, in the order of their numbers. */
public final class Claims {

  private static final List<Claim> ALL = GuardClaims.all();

  private Claims() {}

  public static List<Claim> all() {
    return ALL;
  }
}
