/** Execution graphs in the words of a report. */
package org.vmacheck.checks.engine.explore.report;
