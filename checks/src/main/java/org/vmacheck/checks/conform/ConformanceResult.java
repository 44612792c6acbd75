package org.vmacheck.checks.conform;

import java.util.List;

/**
 * What a run of the comparison found.
 *
 * @param kernel what the kernel calls itself, {@code unknown} if it was not asked
 * @param release of the model, empty if it is not known
 * @param sequences compared, each after every call
 * @param calls compared
 * @param difference the first in the order of the sequences, or null
 * @param coverage of all that was compared
 * @param skipped one clause for each thing that this machine cannot show
 * @param nanos wall-clock time
 * @param complete false if the budget ended first
 */
public record ConformanceResult(
    String kernel,
    String release,
    long sequences,
    long calls,
    Difference difference,
    Coverage coverage,
    List<String> skipped,
    long nanos,
    boolean complete) {}
