/** The explorer's own benchmarks: programs whose number of executions is known. */
package org.vmacheck.checks.engine.explore.bench;
