/** Verdicts of earlier runs that need not be found again. */
package org.vmacheck.checks.kept;
