package org.vmacheck.checks.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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

  /** Is told of every program that ends, in order. The next one runs meanwhile. */
  interface Listener {

    /**
     * A program has ended.
     *
     * @param job its place in the list
     * @param status its exit status; 128 and the number of a signal that ended it
     * @param printed its lines
     */
    void ended(int job, int status, List<String> printed);
  }

  /** What it is called in reports. */
  String name();

  /**
   * Runs programs, one after another.
   *
   * @throws HostDied if it ends before they do, by a fault of its kernel or a program
   * @throws IOException if it cannot run them; the message says why, in a line
   */
  void run(List<Job> jobs, Listener listener) throws IOException;

  /**
   * Runs programs, one after another.
   *
   * @return the lines that each of them printed, in the same order
   * @throws IOException as the other form does
   */
  default List<List<String>> run(List<Job> jobs) throws IOException {
    List<List<String>> all = new ArrayList<>();
    run(jobs, (job, status, printed) -> all.add(printed));
    return all;
  }
}
