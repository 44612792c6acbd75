/**
 * Memory-ordering questions for a real JIT and a real processor: one file a question, over the
 * model's own classes on {@link org.vmacheck.model.memory.hardware.HardwareMemory}.
 *
 * <p>Each file asks its question of the correct form, where the bad outcome is forbidden, and of
 * weakened forms, where it is interesting: seen, it shows what the ordering is for; not seen, it
 * shows nothing. Of all reorderings x86 does only one, an earlier store behind a later load; a
 * compiler may do any. Each file says what that leaves visible.
 *
 * <p>The table in front of each test is from one run at the default effort, on an x86-64 virtual
 * machine with two processors, which had other work at the same time, and JDK 25.
 */
package org.vmacheck.stress;
