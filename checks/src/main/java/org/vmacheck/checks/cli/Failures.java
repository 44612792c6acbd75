package org.vmacheck.checks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vmacheck.checks.engine.EngineFailure;
import org.vmacheck.checks.input.InputException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one line and an exit status. */
final class Failures {

  private Failures() {}

  static int badArguments(ParameterException failure, String[] args) {
    CommandLine line = failure.getCommandLine();
    String name = line.getCommandSpec().qualifiedName();
    line.getErr().println(name + ": " + sentence(failure) + " (see " + name + " --help)");
    return ExitStatus.BAD_INPUT;
  }

  private static String sentence(ParameterException failure) {
    String message = failure.getMessage().lines().findFirst().orElse("bad arguments");
    if (failure instanceof UnmatchedArgumentException unmatched) {
      String near = String.join(", ", unmatched.getSuggestions());
      return near.isEmpty() ? message : message + "; did you mean " + near + "?";
    }
    return message;
  }

  static int failed(Exception failure, CommandLine line, ParseResult parsed) {
    String name = line.getCommandSpec().qualifiedName();
    PrintWriter err = line.getErr();
    if (failure instanceof InputException) {
      err.println(name + ": " + failure.getMessage());
      return ExitStatus.BAD_INPUT;
    }
    if (failure instanceof EngineFailure) {
      err.println(name + ": " + failure.getMessage());
      return ExitStatus.INTERNAL_ERROR;
    }
    return internalError(name, failure, err);
  }

  /** A fault of vmacheck itself: one line, and the stack trace in a file. */
  static int internalError(String name, Throwable fault, PrintWriter err) {
    String message = fault.toString().lines().findFirst().orElse("");
    err.println(name + ": internal error: " + message + trace(fault));
    return ExitStatus.INTERNAL_ERROR;
  }

  private static String trace(Throwable failure) {
    try {
      Path file = Files.createTempFile("vmacheck-", ".trace");
      try (PrintWriter writer =
          new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
        failure.printStackTrace(writer);
      }
      return "; where it happened: " + file;
    } catch (IOException unwritable) {
      return "; no place to write the trace: " + unwritable.getMessage();
    }
  }
}
