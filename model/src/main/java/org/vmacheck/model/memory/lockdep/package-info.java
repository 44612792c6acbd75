/**
 * Lockdep, as Documentation/locking/lockdep-design.rst describes it: what one thread knows of the
 * locks that it holds, and what it may not do with them. Every memory asks it, so that they all
 * agree on what a mistake is. It is no access to memory and excludes nobody: a lock that does not
 * work is not mended by it.
 *
 * <p>The kernel learns the order of lock classes as it runs. An engine that runs a thread again
 * from its start must give it the same answers each time, whatever other threads did, so the order
 * here is the documented one ({@link org.vmacheck.model.memory.lockdep.LockOrder}). Cycles of locks
 * that no document orders are deadlocks, and engines find those by themselves.
 */
package org.vmacheck.model.memory.lockdep;
