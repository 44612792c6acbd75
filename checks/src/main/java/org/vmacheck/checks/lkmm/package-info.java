/**
 * The Linux-kernel memory model as relation algebra: {@link
 * org.vmacheck.checks.lkmm.EventStructure} is what the threads did, {@link
 * org.vmacheck.checks.lkmm.LinuxKernelModel} decides which reads-from and coherence relations over
 * it are possible, and which plain accesses race.
 *
 * <p>Source: Alglave, Maranget, McKenney, Parri, Stern, "Frightening Small Children and
 * Disconcerting Grown-ups: Concurrency in the Linux Kernel" (ASPLOS 2018), and the model published
 * in {@code tools/memory-model} of Linux (read: {@code linux-kernel.bell}, {@code linux-kernel.cat}
 * and {@code lock.cat} as distributed with herdtools7). Relations carry the names they have there.
 */
package org.vmacheck.checks.lkmm;
