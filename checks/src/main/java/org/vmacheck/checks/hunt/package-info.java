/**
 * Hunts: all small questions about an address space and a few system calls, and oracles that were
 * not written for any of them.
 */
package org.vmacheck.checks.hunt;
