/** mmap_lock, the per-VMA lock in its generations, and what may be done to flags under which. */
package org.vmacheck.model.locking;
