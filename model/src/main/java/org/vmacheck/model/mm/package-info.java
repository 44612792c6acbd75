/** The objects of an address space, with the kernel's fields under the kernel's names. */
package org.vmacheck.model.mm;
