/** Another kernel under QEMU, as a host of test programs. */
package org.vmacheck.checks.live.guest;
