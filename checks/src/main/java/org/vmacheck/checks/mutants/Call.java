package org.vmacheck.checks.mutants;

import org.vmacheck.model.memory.Order;

/** What a step of a thread does, in the kernel's spelling. */
public enum Call {
  LOAD_PLAIN("load"),
  LOAD_ONCE("READ_ONCE"),
  RCU_DEREFERENCE("rcu_dereference"),
  LOAD_ACQUIRE("smp_load_acquire"),
  STORE_PLAIN("store"),
  STORE_ONCE("WRITE_ONCE"),
  STORE_RELEASE("smp_store_release"),
  UPDATE_RELAXED("atomic_relaxed"),
  UPDATE_ACQUIRE("atomic_acquire"),
  UPDATE_RELEASE("atomic_release"),
  UPDATE_FULL("atomic"),
  XCHG("xchg"),
  CMPXCHG("cmpxchg"),
  UPDATE_NORETURN("atomic_noreturn"),
  SMP_MB("smp_mb"),
  SMP_RMB("smp_rmb"),
  SMP_WMB("smp_wmb"),
  SMP_ACQUIRE_AFTER_CTRL_DEP("smp_acquire__after_ctrl_dep"),
  SPIN_LOCK("spin_lock"),
  SPIN_UNLOCK("spin_unlock"),
  DOWN_READ("down_read"),
  DOWN_READ_TRYLOCK("down_read_trylock"),
  UP_READ("up_read"),
  DOWN_WRITE("down_write"),
  DOWN_WRITE_TRYLOCK("down_write_trylock"),
  UP_WRITE("up_write"),
  DOWNGRADE_WRITE("downgrade_write"),
  VMA_START_WRITE("vma_start_write"),
  LOCK_VMA_UNDER_RCU("lock_vma_under_rcu"),
  VMA_END_READ("vma_end_read"),
  RCU_READ_LOCK("rcu_read_lock"),
  RCU_READ_UNLOCK("rcu_read_unlock"),
  SYNCHRONIZE_RCU("synchronize_rcu"),
  CALL_RCU("call_rcu"),
  WAIT("wait");

  private final String text;

  Call(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /** Whether it is an access to a cell. */
  boolean isAccess() {
    return compareTo(UPDATE_NORETURN) <= 0;
  }

  /** Whether it does nothing but order accesses. */
  boolean isBarrier() {
    return compareTo(SMP_MB) >= 0 && compareTo(SMP_ACQUIRE_AFTER_CTRL_DEP) <= 0;
  }

  /** Whether it is done through helpers that many call, each for reasons of its own. */
  boolean hasCallers() {
    return compareTo(SPIN_LOCK) >= 0 && compareTo(VMA_END_READ) <= 0;
  }

  static Call load(Order order) {
    return switch (order) {
      case PLAIN -> LOAD_PLAIN;
      case ACQUIRE -> LOAD_ACQUIRE;
      default -> LOAD_ONCE;
    };
  }

  static Call store(Order order) {
    return switch (order) {
      case PLAIN -> STORE_PLAIN;
      case RELEASE -> STORE_RELEASE;
      default -> STORE_ONCE;
    };
  }

  static Call update(Order order) {
    return switch (order) {
      case ACQUIRE -> UPDATE_ACQUIRE;
      case RELEASE -> UPDATE_RELEASE;
      case FULL -> UPDATE_FULL;
      default -> UPDATE_RELAXED;
    };
  }
}
