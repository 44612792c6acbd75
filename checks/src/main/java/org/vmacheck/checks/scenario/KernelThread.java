package org.vmacheck.checks.scenario;

import java.util.List;

/**
 * One thread of a program.
 *
 * @param name the column head in reports
 * @param operations run one after another
 */
public record KernelThread(String name, List<Operation> operations) {

  public KernelThread {
    operations = List.copyOf(operations);
  }

  public static KernelThread of(String name, Operation... operations) {
    return new KernelThread(name, List.of(operations));
  }
}
