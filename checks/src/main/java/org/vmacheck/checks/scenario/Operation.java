package org.vmacheck.checks.scenario;

import java.util.function.LongSupplier;

/**
 * One call of a thread into the kernel, a system call or a fault.
 *
 * @param label as a reader would type it: {@code mprotect(0, 4, READ)}
 * @param body runs it and returns its result; deterministic, and local but for cells of the memory
 */
public record Operation(String label, LongSupplier body) {}
