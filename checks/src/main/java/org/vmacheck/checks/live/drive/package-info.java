/** Executions of the model, driven on a real kernel: who is held where, until whom has passed. */
package org.vmacheck.checks.live.drive;
