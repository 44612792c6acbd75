package org.vmacheck.checks.litmus.syntax;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vmacheck.checks.litmus.syntax.Expression.AddUnless;
import org.vmacheck.checks.litmus.syntax.Expression.Binary;
import org.vmacheck.checks.litmus.syntax.Expression.CompareExchange;
import org.vmacheck.checks.litmus.syntax.Expression.Constant;
import org.vmacheck.checks.litmus.syntax.Expression.Exchange;
import org.vmacheck.checks.litmus.syntax.Expression.FetchModify;
import org.vmacheck.checks.litmus.syntax.Expression.IsLocked;
import org.vmacheck.checks.litmus.syntax.Expression.Load;
import org.vmacheck.checks.litmus.syntax.Expression.ModifyReturn;
import org.vmacheck.checks.litmus.syntax.Expression.TryLock;
import org.vmacheck.checks.litmus.syntax.Statement.Evaluate;
import org.vmacheck.checks.litmus.syntax.Statement.Fence;
import org.vmacheck.checks.litmus.syntax.Statement.Lock;
import org.vmacheck.checks.litmus.syntax.Statement.Modify;
import org.vmacheck.checks.litmus.syntax.Statement.Store;
import org.vmacheck.checks.litmus.syntax.Statement.SynchronizeSrcu;
import org.vmacheck.checks.litmus.syntax.Statement.Unlock;
import org.vmacheck.checks.lkmm.Tag;

/**
 * The kernel's primitives by name, and the order each gives; what {@code linux-kernel.def} says in
 * herd's macro language.
 */
final class Primitives {
  /** How a call reads; a primitive with a value may also be called for its effect. */
  private record Form(int arity, Maker<Expression> expression, Maker<Statement> statement) {}

  private interface Maker<T> {
    T make(Arguments arguments) throws BadArgument;
  }

  /** An argument is not what the primitive takes. */
  static final class BadArgument extends Exception {
    private static final long serialVersionUID = 1L;

    BadArgument(String message) {
      super(message);
    }
  }

  /** The arguments of one call. */
  private record Arguments(String name, List<Expression> values) {
    Expression get(int index) {
      return values.get(index);
    }

    /** The address of an argument that the primitive takes as an lvalue. */
    Expression lvalue(int index) throws BadArgument {
      if (values.get(index) instanceof Load load && load.tag() == Tag.PLAIN) {
        return load.address();
      }
      throw new BadArgument(name + " takes what a pointer points to, as in " + name + "(*x)");
    }

    /** The address of an argument that the kernel takes as an lvalue, and herd as its address. */
    Expression location(int index) {
      return values.get(index) instanceof Load load && load.tag() == Tag.PLAIN
          ? load.address()
          : values.get(index);
    }
  }

  private static final Map<String, Form> FORMS = new HashMap<>();
  private static final Map<String, Tag> SUFFIXES =
      Map.of("", Tag.MB, "_relaxed", Tag.ONCE, "_acquire", Tag.ACQUIRE, "_release", Tag.RELEASE);
  private static final Expression ONE = new Constant(1);
  private static final Expression ZERO = new Constant(0);

  static {
    accesses();
    fences();
    locksAndReaders();
    exchanges();
    arithmetic("add", Operator.ADD);
    arithmetic("sub", Operator.SUBTRACT);
    bitwise("and", Operator.AND);
    bitwise("or", Operator.OR);
    bitwise("xor", Operator.XOR);
    bitwise("andnot", Operator.AND_NOT);
    tests();
  }

  private Primitives() {}

  /** The expression that a call stands for, or nothing if there is no such primitive. */
  static Optional<Expression> expression(String name, List<Expression> values) throws BadArgument {
    Form form = FORMS.get(name);
    if (form == null) {
      return Optional.empty();
    }
    if (form.expression() == null) {
      throw new BadArgument(name + " has no value");
    }
    return Optional.of(form.expression().make(checked(name, form, values)));
  }

  /** The statement that a call stands for, or nothing if there is no such primitive. */
  static Optional<Statement> statement(String name, List<Expression> values) throws BadArgument {
    Form form = FORMS.get(name);
    if (form == null) {
      return Optional.empty();
    }
    Arguments arguments = checked(name, form, values);
    return Optional.of(
        form.statement() != null
            ? form.statement().make(arguments)
            : new Evaluate(form.expression().make(arguments)));
  }

  private static Arguments checked(String name, Form form, List<Expression> values)
      throws BadArgument {
    if (values.size() != form.arity()) {
      throw new BadArgument(
          name + " takes " + form.arity() + " arguments and gets " + values.size());
    }
    return new Arguments(name, values);
  }

  private static void value(String name, int arity, Maker<Expression> maker) {
    FORMS.put(name, new Form(arity, maker, null));
  }

  private static void effect(String name, int arity, Maker<Statement> maker) {
    FORMS.put(name, new Form(arity, null, maker));
  }

  private static void accesses() {
    value("READ_ONCE", 1, a -> new Load(a.lvalue(0), Tag.ONCE));
    value("rcu_dereference", 1, a -> new Load(a.lvalue(0), Tag.ONCE));
    value("atomic_read", 1, a -> new Load(a.get(0), Tag.ONCE));
    value("smp_load_acquire", 1, a -> new Load(a.get(0), Tag.ACQUIRE));
    value("atomic_read_acquire", 1, a -> new Load(a.get(0), Tag.ACQUIRE));
    effect("WRITE_ONCE", 2, a -> new Store(a.lvalue(0), a.get(1), Tag.ONCE));
    effect("rcu_assign_pointer", 2, a -> new Store(a.lvalue(0), a.get(1), Tag.RELEASE));
    effect("atomic_set", 2, a -> new Store(a.get(0), a.get(1), Tag.ONCE));
    effect("smp_store_release", 2, a -> new Store(a.get(0), a.get(1), Tag.RELEASE));
    effect("atomic_set_release", 2, a -> new Store(a.get(0), a.get(1), Tag.RELEASE));
    effect(
        "smp_store_mb",
        2,
        a ->
            new Statement.Block(
                List.of(new Store(a.location(0), a.get(1), Tag.ONCE), new Fence(Tag.MB))));
  }

  private static void fences() {
    fence("smp_mb", Tag.MB);
    fence("smp_rmb", Tag.RMB);
    fence("smp_wmb", Tag.WMB);
    fence("barrier", Tag.BARRIER);
    fence("smp_mb__before_atomic", Tag.BEFORE_ATOMIC);
    fence("smp_mb__after_atomic", Tag.AFTER_ATOMIC);
    fence("smp_mb__after_spinlock", Tag.AFTER_SPINLOCK);
    fence("smp_mb__after_unlock_lock", Tag.AFTER_UNLOCK_LOCK);
    fence("smp_mb__after_srcu_read_unlock", Tag.AFTER_SRCU_READ_UNLOCK);
    fence("rcu_read_lock", Tag.RCU_LOCK);
    fence("rcu_read_unlock", Tag.RCU_UNLOCK);
    fence("synchronize_rcu", Tag.SYNC_RCU);
    fence("synchronize_rcu_expedited", Tag.SYNC_RCU);
  }

  private static void fence(String name, Tag tag) {
    effect(name, 0, a -> new Fence(tag));
  }

  private static void locksAndReaders() {
    effect("spin_lock", 1, a -> new Lock(a.get(0)));
    effect("spin_unlock", 1, a -> new Unlock(a.get(0)));
    value("spin_trylock", 1, a -> new TryLock(a.get(0)));
    value("spin_is_locked", 1, a -> new IsLocked(a.get(0)));
    for (String lock : List.of("srcu_read_lock", "srcu_down_read")) {
      value(lock, 1, a -> new Load(a.get(0), Tag.SRCU_LOCK));
    }
    for (String unlock : List.of("srcu_read_unlock", "srcu_up_read")) {
      effect(unlock, 2, a -> new Store(a.get(0), a.get(1), Tag.SRCU_UNLOCK));
    }
    effect("synchronize_srcu", 1, a -> new SynchronizeSrcu(a.get(0)));
    effect("synchronize_srcu_expedited", 1, a -> new SynchronizeSrcu(a.get(0)));
  }

  private static void exchanges() {
    SUFFIXES.forEach(
        (suffix, tag) -> {
          for (String prefix : List.of("", "atomic_")) {
            value(prefix + "xchg" + suffix, 2, a -> new Exchange(a.get(0), a.get(1), tag));
            value(
                prefix + "cmpxchg" + suffix,
                3,
                a -> new CompareExchange(a.get(0), a.get(1), a.get(2), tag));
          }
        });
  }

  private static void arithmetic(String name, Operator operator) {
    bitwise(name, operator);
    SUFFIXES.forEach(
        (suffix, tag) ->
            value(
                "atomic_" + name + "_return" + suffix,
                2,
                a -> new ModifyReturn(a.get(1), operator, a.get(0), tag)));
    String byOne = operator == Operator.ADD ? "inc" : "dec";
    effect("atomic_" + byOne, 1, a -> new Modify(a.get(0), operator, ONE));
    SUFFIXES.forEach(
        (suffix, tag) -> {
          value(
              "atomic_" + byOne + "_return" + suffix,
              1,
              a -> new ModifyReturn(a.get(0), operator, ONE, tag));
          value(
              "atomic_fetch_" + byOne + suffix,
              1,
              a -> new FetchModify(a.get(0), operator, ONE, tag));
        });
  }

  private static void bitwise(String name, Operator operator) {
    effect("atomic_" + name, 2, a -> new Modify(a.get(1), operator, a.get(0)));
    SUFFIXES.forEach(
        (suffix, tag) ->
            value(
                "atomic_fetch_" + name + suffix,
                2,
                a -> new FetchModify(a.get(1), operator, a.get(0), tag)));
  }

  private static void tests() {
    value("atomic_sub_and_test", 2, a -> isZero(a.get(1), Operator.SUBTRACT, a.get(0)));
    value("atomic_dec_and_test", 1, a -> isZero(a.get(0), Operator.SUBTRACT, ONE));
    value("atomic_inc_and_test", 1, a -> isZero(a.get(0), Operator.ADD, ONE));
    SUFFIXES.forEach(
        (suffix, tag) ->
            value(
                "atomic_add_negative" + suffix,
                2,
                a ->
                    new Binary(
                        Operator.LESS,
                        new ModifyReturn(a.get(1), Operator.ADD, a.get(0), tag),
                        ZERO)));
    value("atomic_add_unless", 3, a -> new AddUnless(a.get(0), a.get(1), a.get(2), Tag.MB));
  }

  private static Expression isZero(Expression address, Operator operator, Expression operand) {
    return new Binary(Operator.EQUAL, new ModifyReturn(address, operator, operand, Tag.MB), ZERO);
  }
}
