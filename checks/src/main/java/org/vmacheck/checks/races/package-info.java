/**
 * Races that the kernel had, would have had with one line less, or may have: each with the release
 * that shows it and the one that does not.
 */
package org.vmacheck.checks.races;
