/**
 * What tells other kernels from the newest release, one class a patch: the code before a commit,
 * the code without a step that every kernel has, or the code with something that none has.
 */
package org.vmacheck.model.patches;
