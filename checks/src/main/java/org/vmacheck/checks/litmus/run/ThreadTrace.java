package org.vmacheck.checks.litmus.run;

import java.util.List;
import java.util.Map;

/**
 * What a thread does if its reads return certain values.
 *
 * @param registers the last value of each local variable
 */
record ThreadTrace(List<TraceEvent> events, Map<String, Long> registers) {}
