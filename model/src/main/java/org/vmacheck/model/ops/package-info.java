/**
 * The kernel's paths over the model's objects, one file a path, each with the kernel's own steps
 * and lock order. Pages, not bytes, throughout. What is left out on purpose stands in
 * docs/fidelity.md.
 */
package org.vmacheck.model.ops;
