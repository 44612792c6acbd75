/**
 * What a kernel thread may do to shared memory, under the kernel's own names: cells, orderings,
 * fences, spin locks, reader-writer semaphores, RCU, allocation. The interfaces say what is
 * promised; engines and {@link org.vmacheck.model.memory.hardware} say how it is kept.
 */
package org.vmacheck.model.memory;
