package org.vmacheck.checks.live.drive;

import java.util.Optional;
import org.vmacheck.model.release.Release;

/**
 * How it went with a plan.
 *
 * @param release whose model has the execution that the plan is made of, empty if a person made it
 */
public record Driven(DriveReport report, Optional<Release> release) {}
