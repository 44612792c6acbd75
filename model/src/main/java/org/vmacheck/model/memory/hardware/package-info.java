/**
 * Kernel memory on a real JIT and a real processor. Every kernel ordering becomes the weakest Java
 * access that is strong enough, so that what the kernel leaves unordered stays unordered and can be
 * seen to go wrong. Words and pointers are a field and nothing else: no names, no poisoning, no
 * bookkeeping that would order anything.
 *
 * <table>
 * <caption>Kernel access and Java mode</caption>
 * <tr><th>kernel</th><th>Java</th><th>why not weaker, and what Java adds</th></tr>
 * <tr><td>plain load, store</td><td>plain field</td>
 *     <td>may be torn, repeated, moved by either compiler</td></tr>
 * <tr><td>READ_ONCE, WRITE_ONCE, test_bit</td><td>getOpaque, setOpaque</td>
 *     <td>coherent per cell, nothing else</td></tr>
 * <tr><td>smp_load_acquire, smp_store_release</td><td>getAcquire, setRelease</td><td></td></tr>
 * <tr><td>rcu_dereference</td><td>getAcquire</td>
 *     <td>Java promises no address dependencies but those of final fields</td></tr>
 * <tr><td>rcu_assign_pointer</td><td>setRelease</td><td></td></tr>
 * <tr><td>set_bit, clear_bit, _relaxed read-modify-writes, refcount_add_not_zero</td>
 *     <td>weakCompareAndSetPlain in a loop</td>
 *     <td>the getAndX methods all order something: Acquire is the least of them</td></tr>
 * <tr><td>_acquire read-modify-writes</td>
 *     <td>getAndXAcquire, compareAndExchangeAcquire; conditional: weakCompareAndSetAcquire in a
 *     loop</td><td></td></tr>
 * <tr><td>_release read-modify-writes</td><td>getAndXRelease, compareAndExchangeRelease</td>
 *     <td></td></tr>
 * <tr><td>read-modify-write without suffix</td><td>fullFence, getAndXAcquire, fullFence</td>
 *     <td>the kernel orders every access before with every access after; a volatile
 *     read-modify-write alone lets an earlier plain store pass a later plain load</td></tr>
 * <tr><td>smp_mb, smp_rmb, smp_wmb</td><td>fullFence, loadLoadFence, storeStoreFence</td>
 *     <td></td></tr>
 * <tr><td>spin_lock, down_read, down_write</td><td>compare-and-set acquire in a loop</td>
 *     <td></td></tr>
 * <tr><td>spin_unlock</td><td>setRelease</td><td></td></tr>
 * <tr><td>up_read, up_write, downgrade_write</td><td>getAndAddRelease</td><td></td></tr>
 * <tr><td>rcu_read_lock</td><td>opaque store, fullFence</td>
 *     <td>stronger than the kernel's, which is free: do not ask a question whose two accesses have
 *     it between them</td></tr>
 * <tr><td>rcu_read_unlock</td><td>setRelease</td><td></td></tr>
 * <tr><td>rcuwait_wait_event</td><td>the condition's own accesses, repeated</td>
 *     <td>a control dependency orders later stores in the kernel, nothing in Java</td></tr>
 * </table>
 *
 * <p>Two more differences. A failed conditional read-modify-write orders nothing in the kernel, and
 * here up to what its success orders. And a cell's initial value is as visible as the object that
 * has the cell in a final field: what must be unordered has to be stored after construction.
 *
 * <p>Who holds a lock is known to the thread alone ({@link
 * org.vmacheck.model.memory.lockdep.Lockdep}), so that assertions cost no shared access.
 */
package org.vmacheck.model.memory.hardware;
