package org.vmacheck.checks.engine;

import java.util.Locale;
import java.util.Map;
import org.vmacheck.model.memory.KernelNames;
import org.vmacheck.model.memory.Order;

/** How the kernel spells an access to a cell, for every engine that reports one. */
public final class AccessNames {

  private static final Map<String, String> OF_METHOD =
      Map.ofEntries(
          Map.entry("readOnce", "READ_ONCE"),
          Map.entry("writeOnce", "WRITE_ONCE"),
          Map.entry("loadAcquire", "smp_load_acquire"),
          Map.entry("storeRelease", "smp_store_release"),
          Map.entry("fetchAddIfRelaxed", "atomic_try_cmpxchg_relaxed"),
          Map.entry("fetchAddIfAcquire", "atomic_try_cmpxchg_acquire"),
          Map.entry("lock", "spin_lock"),
          Map.entry("lockNested", "spin_lock_nested"),
          Map.entry("unlock", "spin_unlock"),
          Map.entry("readLock", "rcu_read_lock"),
          Map.entry("readUnlock", "rcu_read_unlock"),
          Map.entry("synchronize", "synchronize_rcu"),
          Map.entry("runCallbacks", "rcu_do_batch"),
          Map.entry("call", "call_rcu"));

  private AccessNames() {}

  public static String load(Order order) {
    return switch (order) {
      case PLAIN -> "load";
      case ACQUIRE -> "smp_load_acquire";
      default -> "READ_ONCE";
    };
  }

  public static String store(Order order) {
    return switch (order) {
      case PLAIN -> "store";
      case RELEASE -> "smp_store_release";
      default -> "WRITE_ONCE";
    };
  }

  public static String update(Order order) {
    return order == Order.FULL ? "rmw" : "rmw_" + order.name().toLowerCase(Locale.ROOT);
  }

  /**
   * By the method of the memory layer that was called.
   *
   * @param stores whether it changed the cell, which tells the two methods named {@code plain}
   *     apart
   */
  public static String ofMethod(String method, boolean stores) {
    if (method.equals("plain")) {
      return stores ? store(Order.PLAIN) : load(Order.PLAIN);
    }
    String known = OF_METHOD.get(method);
    if (known != null) {
      return known;
    }
    String kernel = KernelNames.function(method);
    return kernel.startsWith("fetch_") ? "atomic_long_" + kernel : kernel;
  }
}
