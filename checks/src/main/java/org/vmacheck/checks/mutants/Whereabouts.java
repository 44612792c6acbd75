package org.vmacheck.checks.mutants;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a thread is follows from what it has read so far. A replay comes by the same places again
 * and again, and looking at the stack is slow: so each is looked up once.
 */
final class Whereabouts {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final Map<Long, Optional<Site>> sites = new HashMap<>();
  private long history;

  void begin(Object body) {
    history = System.identityHashCode(body);
  }

  void see(Object value) {
    boolean number = value instanceof Long || value instanceof Boolean;
    mix(number ? value.hashCode() : System.identityHashCode(value));
  }

  /** Where the thread is, at an event that it has come to. */
  Optional<Site> site(Event event) {
    mix(event.call().ordinal());
    return sites.computeIfAbsent(history, at -> Site.of(event.call()));
  }

  private void mix(long value) {
    history = (history ^ value) * GOLDEN;
    history ^= history >>> Integer.SIZE;
  }
}
