/**
 * Lincheck as an engine: a {@link org.vmacheck.model.memory.Memory} whose accesses are the only
 * thing Lincheck's scheduler sees, and the runs, verdicts and counterexamples around it.
 *
 * <p>Lincheck instruments classes that it can reach from the tested object. It reaches exactly two
 * here, the tested class itself and {@link org.vmacheck.checks.engine.lincheck.SwitchPoints}; the
 * model and the cells stay ordinary code. So a thread can be switched before an access to a cell,
 * and nowhere else: not inside the list that holds a snapshot, not inside bookkeeping, and never
 * between the read and the write of an atomic read-modify-write. What must not be shared without a
 * cell is therefore not looked at.
 */
package org.vmacheck.checks.engine.lincheck;
