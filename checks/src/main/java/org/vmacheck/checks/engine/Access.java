package org.vmacheck.checks.engine;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.vmacheck.model.memory.Order;

/** What a step does, as the kernel spells it. */
public enum Access {
  /** A C load without marking. */
  LOAD("load", Effect.LOAD),
  READ_ONCE("READ_ONCE", Effect.LOAD, "readOnce"),
  SMP_LOAD_ACQUIRE("smp_load_acquire", Effect.LOAD, "loadAcquire"),
  RCU_DEREFERENCE("rcu_dereference", Effect.LOAD, "rcuDereference"),
  TEST_BIT("test_bit", Effect.LOAD, "testBit"),

  /** A C store without marking. */
  STORE("store", Effect.STORE),
  WRITE_ONCE("WRITE_ONCE", Effect.STORE, "writeOnce"),
  SMP_STORE_RELEASE("smp_store_release", Effect.STORE, "storeRelease"),
  RCU_ASSIGN_POINTER("rcu_assign_pointer", Effect.STORE, "rcuAssignPointer"),

  XCHG("xchg", Effect.UPDATE, "xchg"),
  XCHG_RELAXED("xchg_relaxed", Effect.UPDATE, "xchgRelaxed"),
  XCHG_ACQUIRE("xchg_acquire", Effect.UPDATE, "xchgAcquire"),
  XCHG_RELEASE("xchg_release", Effect.UPDATE, "xchgRelease"),
  CMPXCHG("cmpxchg", Effect.UPDATE, "cmpxchg"),
  CMPXCHG_RELAXED("cmpxchg_relaxed", Effect.UPDATE, "cmpxchgRelaxed"),
  CMPXCHG_ACQUIRE("cmpxchg_acquire", Effect.UPDATE, "cmpxchgAcquire"),
  CMPXCHG_RELEASE("cmpxchg_release", Effect.UPDATE, "cmpxchgRelease"),
  FETCH_ADD("atomic_long_fetch_add", Effect.UPDATE, "fetchAdd"),
  FETCH_ADD_RELAXED("atomic_long_fetch_add_relaxed", Effect.UPDATE, "fetchAddRelaxed"),
  FETCH_ADD_ACQUIRE("atomic_long_fetch_add_acquire", Effect.UPDATE, "fetchAddAcquire"),
  FETCH_ADD_RELEASE("atomic_long_fetch_add_release", Effect.UPDATE, "fetchAddRelease"),
  FETCH_OR("atomic_long_fetch_or", Effect.UPDATE, "fetchOr"),
  FETCH_OR_RELAXED("atomic_long_fetch_or_relaxed", Effect.UPDATE, "fetchOrRelaxed"),
  FETCH_AND("atomic_long_fetch_and", Effect.UPDATE, "fetchAnd"),
  FETCH_AND_RELAXED("atomic_long_fetch_and_relaxed", Effect.UPDATE, "fetchAndRelaxed"),
  TRY_CMPXCHG_RELAXED("atomic_try_cmpxchg_relaxed", Effect.UPDATE, "fetchAddIfRelaxed"),
  TRY_CMPXCHG_ACQUIRE("atomic_try_cmpxchg_acquire", Effect.UPDATE, "fetchAddIfAcquire"),
  ATOMIC_ADD("atomic_long_add", Effect.UPDATE, "atomicAdd"),
  ATOMIC_OR("atomic_long_or", Effect.UPDATE, "atomicOr"),
  ATOMIC_AND("atomic_long_and", Effect.UPDATE, "atomicAnd"),
  /** A read-modify-write of a kind that has no name of its own. */
  ATOMIC_UPDATE("atomic_update", Effect.UPDATE, "update"),
  ATOMIC_MODIFY("atomic_modify", Effect.UPDATE, "modify"),
  SET_BIT("set_bit", Effect.UPDATE, "setBit"),
  CLEAR_BIT("clear_bit", Effect.UPDATE, "clearBit"),

  SPIN_LOCK("spin_lock", Effect.LOCK, "lock"),
  SPIN_LOCK_NESTED("spin_lock_nested", Effect.LOCK, "lockNested"),
  SPIN_UNLOCK("spin_unlock", Effect.UNLOCK, "unlock"),
  DOWN_READ("down_read", Effect.LOCK, "downRead"),
  DOWN_READ_TRYLOCK("down_read_trylock", Effect.LOCK, "downReadTrylock"),
  UP_READ("up_read", Effect.UNLOCK, "upRead"),
  DOWN_WRITE("down_write", Effect.LOCK, "downWrite"),
  DOWN_WRITE_NESTED("down_write_nested", Effect.LOCK, "downWriteNested"),
  DOWN_WRITE_TRYLOCK("down_write_trylock", Effect.LOCK, "downWriteTrylock"),
  UP_WRITE("up_write", Effect.UNLOCK, "upWrite"),
  DOWNGRADE_WRITE("downgrade_write", Effect.UNLOCK, "downgradeWrite"),

  RCU_READ_LOCK("rcu_read_lock", Effect.SECTION, "readLock"),
  RCU_READ_UNLOCK("rcu_read_unlock", Effect.SECTION, "readUnlock"),
  SYNCHRONIZE_RCU("synchronize_rcu", Effect.GRACE_PERIOD, "synchronize"),
  CALL_RCU("call_rcu", Effect.GRACE_PERIOD, "call"),
  RCU_DO_BATCH("rcu_do_batch", Effect.GRACE_PERIOD, "runCallbacks"),

  SMP_MB("smp_mb", Effect.FENCE, "smpMb"),
  SMP_ACQUIRE_AFTER_CTRL_DEP("smp_acquire__after_ctrl_dep", Effect.FENCE, "smpAcquireAfterCtrlDep"),
  SMP_RMB("smp_rmb", Effect.FENCE, "smpRmb"),
  SMP_WMB("smp_wmb", Effect.FENCE, "smpWmb"),

  FREE("free", Effect.FREE, "free");

  /** What an access means to the threads that share memory. */
  public enum Effect {
    LOAD,
    STORE,
    /** A read-modify-write. */
    UPDATE,
    LOCK,
    UNLOCK,
    /** A border of an RCU read section. */
    SECTION,
    /** A wait for RCU readers, or a callback that is to wait for them. */
    GRACE_PERIOD,
    FENCE,
    FREE
  }

  private static final Map<String, Access> OF_METHOD = ofMethod();

  private final String text;
  private final Effect effect;
  private final String method;

  Access(String text, Effect effect) {
    this(text, effect, "");
  }

  /**
   * @param method of the memory layer that makes this access
   */
  Access(String text, Effect effect, String method) {
    this.text = text;
    this.effect = effect;
    this.method = method;
  }

  private static Map<String, Access> ofMethod() {
    Map<String, Access> all = new HashMap<>();
    for (Access access : values()) {
      if (!access.method.isEmpty()) {
        all.put(access.method, access);
      }
    }
    return Map.copyOf(all);
  }

  /**
   * By the method of the memory layer that was called.
   *
   * @param stores whether it changed the cell, which tells the two methods named {@code plain}
   *     apart
   */
  public static Access ofMethod(String method, boolean stores) {
    if (method.equals("plain")) {
      return stores ? STORE : LOAD;
    }
    Access known = OF_METHOD.get(method);
    if (known == null) {
      throw new EngineFailure("no access of the kernel is known for the memory's " + method + "()");
    }
    return known;
  }

  /** The load with this ordering. */
  public static Access load(Order order) {
    return switch (order) {
      case PLAIN -> LOAD;
      case ACQUIRE -> SMP_LOAD_ACQUIRE;
      default -> READ_ONCE;
    };
  }

  /** The store with this ordering. */
  public static Access store(Order order) {
    return switch (order) {
      case PLAIN -> STORE;
      case RELEASE -> SMP_STORE_RELEASE;
      default -> WRITE_ONCE;
    };
  }

  /** What an engine without a stack calls a read-modify-write with this ordering. */
  public static String update(Order order) {
    return order == Order.FULL ? "rmw" : "rmw_" + order.name().toLowerCase(Locale.ROOT);
  }

  public Effect effect() {
    return effect;
  }

  /** Whether it changes nothing; RCU readers change nothing for each other. */
  public boolean isSilent() {
    return effect == Effect.LOAD || effect == Effect.SECTION;
  }

  /** Whether it takes or releases a lock. */
  public boolean isLock() {
    return effect == Effect.LOCK || effect == Effect.UNLOCK;
  }

  /** Whether it writes to its cell, if it succeeds. */
  public boolean writes() {
    return effect == Effect.STORE || effect == Effect.UPDATE;
  }

  /** As the kernel spells it. */
  @Override
  public String toString() {
    return text;
  }
}
