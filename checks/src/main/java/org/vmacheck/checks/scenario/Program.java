package org.vmacheck.checks.scenario;

import java.util.List;
import java.util.Set;

/**
 * Threads over one memory, and what must be true when all of them have ended.
 *
 * @param threads run concurrently; their number and their operations do not depend on what happens
 * @param property judged once no thread can go on and none is left waiting
 * @param intendedRaces cells on which plain accesses may race without being a finding: the name of
 *     a cell, with its object ({@code vma#1.vm_flags}) or without
 */
public record Program(List<KernelThread> threads, Property property, Set<String> intendedRaces) {

  public Program {
    threads = List.copyOf(threads);
    intendedRaces = Set.copyOf(intendedRaces);
  }

  /** Without intended races. */
  public Program(List<KernelThread> threads, Property property) {
    this(threads, property, Set.of());
  }
}
