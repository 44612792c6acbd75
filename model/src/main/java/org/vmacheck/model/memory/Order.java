package org.vmacheck.model.memory;

/**
 * The ordering that an access names, by what it promises under the Linux-kernel memory model.
 *
 * <p>A read-modify-write that returns a value and has no suffix is {@link #FULL}; {@code _relaxed},
 * {@code _acquire} and {@code _release} are the others. A failed conditional read-modify-write
 * orders nothing, whatever it names.
 */
public enum Order {
  /** A C access without marking: it may race, tear and be repeated by the compiler. */
  PLAIN,
  /** {@code READ_ONCE}, {@code WRITE_ONCE} and {@code _relaxed} read-modify-writes. */
  ONCE,
  /** {@code smp_load_acquire} and {@code _acquire} read-modify-writes. */
  ACQUIRE,
  /** {@code smp_store_release} and {@code _release} read-modify-writes. */
  RELEASE,
  /** A value-returning read-modify-write without suffix: a full barrier on both sides. */
  FULL
}
