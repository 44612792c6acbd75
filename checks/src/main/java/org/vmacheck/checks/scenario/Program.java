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
 * @param alike numbers of threads that make the same calls, one set for each list of calls, if the
 *     property does not tell which of them did what
 */
public record Program(
    List<KernelThread> threads,
    Property property,
    Set<String> intendedRaces,
    Set<Set<Integer>> alike) {

  public Program {
    threads = List.copyOf(threads);
    intendedRaces = Set.copyOf(intendedRaces);
    alike = Set.copyOf(alike);
  }

  /** With threads that all differ, or that the property tells apart. */
  public Program(List<KernelThread> threads, Property property, Set<String> intendedRaces) {
    this(threads, property, intendedRaces, Set.of());
  }

  /** Without intended races. */
  public Program(List<KernelThread> threads, Property property) {
    this(threads, property, Set.of());
  }

  /** The same with these threads alike. */
  public Program withAlike(Set<Set<Integer>> others) {
    return new Program(threads, property, intendedRaces, others);
  }
}
