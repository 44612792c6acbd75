/** The {@code vmacheck} command. */
package org.vmacheck.checks.cli;
