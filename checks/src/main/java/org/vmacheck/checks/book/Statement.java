package org.vmacheck.checks.book;

import org.vmacheck.checks.syscall.SystemCall;

/**
 * One call of a thread, or of the initial state.
 *
 * @param result what its result is called in the condition; empty if nobody asks
 */
public record Statement(Place at, String result, SystemCall call) {}
