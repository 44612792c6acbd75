package org.vmacheck.checks.scenario;

import java.util.List;

/**
 * Threads over one memory, and what must be true when all of them have ended.
 *
 * @param threads run concurrently; their number and their operations do not depend on what happens
 * @param property judged once no thread can go on and none is left waiting
 */
public record Program(List<KernelThread> threads, Property property) {

  public Program {
    threads = List.copyOf(threads);
  }
}
