/** Bounded concurrent programs over the model, and what must be true when they end. */
package org.vmacheck.checks.scenario;
