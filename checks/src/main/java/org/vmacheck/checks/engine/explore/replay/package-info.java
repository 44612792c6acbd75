/**
 * Threads as the explorer sees them: model code run over a memory that answers each access from the
 * history that is being replayed, and stops at the first access after it.
 */
package org.vmacheck.checks.engine.explore.replay;
