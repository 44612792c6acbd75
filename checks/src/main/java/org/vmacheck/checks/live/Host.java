package org.vmacheck.checks.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A Linux that test programs run on. */
public interface Host {

  /**
   * A program to be run.
   *
   * @param executable linked statically, so that it runs anywhere
   * @param input what it reads from its standard input
   */
  record Job(Path executable, List<String> arguments, String input) {
    public Job {
      arguments = List.copyOf(arguments);
    }

    /** A program that reads nothing. */
    public Job(Path executable, List<String> arguments) {
      this(executable, arguments, "");
    }
  }

  /** What it is called in reports. */
  String name();

  /** What its kernel calls itself, empty if that is not known before it runs. */
  String kernel() throws IOException;

  /**
   * Runs programs, one after another.
   *
   * @return the lines that each of them printed, in the same order
   * @throws IOException if the host cannot run them; the message says why, in a line
   */
  List<List<String>> run(List<Job> jobs) throws IOException;
}
