/** Kernels: what they call themselves, those that were fetched, and where they come from. */
package org.vmacheck.checks.live.kernel;
