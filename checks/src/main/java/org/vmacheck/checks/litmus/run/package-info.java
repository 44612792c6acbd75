/**
 * Runs litmus tests by enumeration: the traces of each thread for all values that its reads may
 * return, then all reads-from and coherence choices over each combination of traces. Independent of
 * the explorer, and for that reason an oracle for it.
 */
package org.vmacheck.checks.litmus.run;
