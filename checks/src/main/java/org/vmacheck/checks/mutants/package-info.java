/**
 * The model weakened at one place at a time, and which pages of the book notice. Nothing here is
 * known to the model: the memory and the per-VMA lock are wrapped.
 */
package org.vmacheck.checks.mutants;
