package org.vmacheck.checks.litmus.syntax;

import org.vmacheck.checks.lkmm.Tag;

/** What has a value; some expressions access memory on the way. */
public sealed interface Expression {

  record Constant(long value) implements Expression {}

  /** A local variable or a parameter; unset ones are 0. */
  record Register(String name) implements Expression {}

  record Binary(Operator operator, Expression left, Expression right) implements Expression {}

  /** {@code &&}: 0 or 1; the right side is evaluated only if the left one is not 0. */
  record Both(Expression left, Expression right) implements Expression {}

  /** {@code ||}: 0 or 1; the right side is evaluated only if the left one is 0. */
  record Either(Expression left, Expression right) implements Expression {}

  /** A read; the tag is plain, once, acquire or that of {@code srcu_read_lock()}. */
  record Load(Expression address, Tag tag) implements Expression {}

  /** {@code xchg} and its kin. */
  record Exchange(Expression address, Expression value, Tag tag) implements Expression {}

  /** {@code cmpxchg} and its kin; its value is what was read. */
  record CompareExchange(Expression address, Expression expected, Expression replacement, Tag tag)
      implements Expression {}

  /** {@code atomic_fetch_add} and its kin, whose value is what was read. */
  record FetchModify(Expression address, Operator operator, Expression operand, Tag tag)
      implements Expression {}

  /** {@code atomic_add_return} and its kin, whose value is what was written. */
  record ModifyReturn(Expression address, Operator operator, Expression operand, Tag tag)
      implements Expression {}

  /** {@code atomic_add_unless}: 1 if it added, 0 if it found {@code unless}. */
  record AddUnless(Expression address, Expression addend, Expression unless, Tag tag)
      implements Expression {}

  /** {@code spin_trylock}: 1 if it took the lock. */
  record TryLock(Expression address) implements Expression {}

  /** {@code spin_is_locked}: 1 if somebody holds the lock. */
  record IsLocked(Expression address) implements Expression {}
}
