/**
 * What vmacheck judges: sentences about VMA locking with their source, their scenarios and the
 * verdict that is expected of each kernel release.
 */
package org.vmacheck.checks.claims;
