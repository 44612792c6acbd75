/**
 * Differential conformance: random sequences of memory system calls run on the running kernel and
 * on the model, compared after every call.
 */
package org.vmacheck.checks.conform;
