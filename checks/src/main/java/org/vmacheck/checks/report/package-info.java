/** Verdicts for people and for programs. */
package org.vmacheck.checks.report;
