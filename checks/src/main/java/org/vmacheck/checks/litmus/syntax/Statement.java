package org.vmacheck.checks.litmus.syntax;

import java.util.List;
import org.vmacheck.checks.lkmm.Tag;

/** What a thread does. */
public sealed interface Statement {

  record Block(List<Statement> statements) implements Statement {
    public Block {
      statements = List.copyOf(statements);
    }
  }

  record Branch(Expression condition, Statement then, Statement otherwise) implements Statement {}

  record Loop(Expression condition, Statement body) implements Statement {}

  record Assign(String register, Expression value) implements Statement {}

  /** An expression for what it does. */
  record Evaluate(Expression expression) implements Statement {}

  /** A write; the tag is plain, once, release or that of {@code srcu_read_unlock()}. */
  record Store(Expression address, Expression value, Tag tag) implements Statement {}

  /** A fence, or the boundary of an RCU read-side critical section, or a grace period. */
  record Fence(Tag tag) implements Statement {}

  /** {@code atomic_add} and its kin: a read-modify-write without a value. */
  record Modify(Expression address, Operator operator, Expression operand) implements Statement {}

  record Lock(Expression address) implements Statement {}

  record Unlock(Expression address) implements Statement {}

  /** {@code synchronize_srcu()}. */
  record SynchronizeSrcu(Expression address) implements Statement {}
}
