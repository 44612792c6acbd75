/**
 * Litmus tests of the Linux-kernel memory model: reading them ({@code syntax}), running them
 * ({@code run}), showing the outcome as herd does, and comparing it with expectations.
 */
package org.vmacheck.checks.litmus;
