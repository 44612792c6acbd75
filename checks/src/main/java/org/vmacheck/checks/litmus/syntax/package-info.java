/** Litmus tests in herd's C format: from the text to an abstract syntax tree. */
package org.vmacheck.checks.litmus.syntax;
