package org.vmacheck.checks.scenario;

import org.vmacheck.model.Kernel;

/** Builds a bounded program on a booted kernel, whichever release that is. */
@FunctionalInterface
public interface KernelSetup {
  Program prepare(Kernel kernel);
}
