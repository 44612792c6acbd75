/**
 * The exhaustive explorer: every execution of a bounded program under SC, TSO or LKMM, once each.
 * {@code docs/explorer.md} describes the algorithm and the models.
 */
package org.vmacheck.checks.engine.explore;
