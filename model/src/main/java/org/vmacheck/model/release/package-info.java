/**
 * Releases of Linux as lists of patches, read backwards: the paths in {@code ops} are those of the
 * newest release, and {@code patches} holds the code before each commit that changed one.
 */
package org.vmacheck.model.release;
