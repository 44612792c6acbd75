/**
 * Memory for one thread: plain fields, no orderings, and every sanitizer on. For unit tests of the
 * model and for the conformance command, where one system call runs at a time.
 */
package org.vmacheck.model.memory.sequential;
