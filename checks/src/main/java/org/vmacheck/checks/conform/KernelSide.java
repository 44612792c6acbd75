package org.vmacheck.checks.conform;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vmacheck.checks.syscall.Advice;
import org.vmacheck.checks.syscall.SystemCall;

/**
 * The kernel: a helper that runs each sequence in a process of its own and answers with a line a
 * call, or with their digest. Used by one thread.
 */
final class KernelSide implements AutoCloseable {

  /** More sequences at a time do not make it faster. */
  private static final int LARGEST_BATCH = 32;

  private static final int PIPE_BYTES = 1 << 16;

  /** {@code mmap(15, 16, 7, 1064961, -1, 15);} and a little room. */
  private static final int LONGEST_CALL = 40;

  private static final String STATUS = "status ";

  /**
   * What came back for one sequence.
   *
   * @param lines one or more for each call that was made
   * @param death how the child ended if it did not end well, else null
   */
  record Answer(int id, List<String> lines, String death) {}

  private final Helper helper;
  private final Introduction introduction;

  private KernelSide(Helper helper) throws IOException, Unavailable {
    this.helper = helper;
    String first = helper.readLine();
    this.introduction = Introduction.parse(first == null ? "it ended" + helper.lastWords() : first);
  }

  /**
   * Starts the helper.
   *
   * @throws Unavailable if it cannot be started or does not answer
   */
  static KernelSide start(HelperHost host, HelperProgram program) throws Unavailable {
    Helper helper =
        host.start(
            program.executable(),
            List.of(String.valueOf(Window.PAGES), String.valueOf(Window.FILE_PAGES)));
    try {
      return new KernelSide(helper);
    } catch (IOException e) {
      helper.close();
      throw new Unavailable("the kernel's side does not answer: " + e.getMessage(), e);
    } catch (Unavailable unfit) {
      helper.close();
      throw unfit;
    }
  }

  Introduction introduction() {
    return introduction;
  }

  /**
   * How many sequences of so many calls may be under way: their text must fit into a pipe, or both
   * processes would wait for each other to read.
   */
  static int batch(int length) {
    return Math.max(1, Math.min(LARGEST_BATCH, PIPE_BYTES / (length * LONGEST_CALL)));
  }

  /**
   * Asks for the digest of a sequence; {@link #flush} sends it. At most a {@link #batch} may be
   * under way.
   */
  void submit(int id, List<SystemCall> calls) throws IOException {
    helper.send(request("sum", id, calls));
  }

  private static String request(String what, int id, List<SystemCall> calls) {
    return what
        + " "
        + id
        + (isLarge(calls) ? " large " : " ")
        + calls.stream().map(WireForm::of).collect(Collectors.joining(";"))
        + "\n";
  }

  /** What is collapsed is a whole page table, so the window has to be one. */
  private static boolean isLarge(List<SystemCall> calls) {
    return calls.stream()
        .anyMatch(
            call ->
                call instanceof SystemCall.Madvise madvise
                    && madvise.advice() == Advice.MADV_COLLAPSE);
  }

  void flush() throws IOException {
    helper.flush();
  }

  /** Runs one sequence and gives all that it shows. */
  Answer run(List<SystemCall> calls) throws IOException {
    helper.send(request("run", 0, calls));
    flush();
    return answer();
  }

  /** Waits for the answer to the oldest sequence that is under way. */
  Answer answer() throws IOException {
    String begin = next();
    if (!begin.startsWith("begin ")) {
      throw new IOException("the kernel's side says \"" + begin + "\" instead of a beginning");
    }
    int id = Integer.parseInt(begin.substring(6));
    List<String> lines = new ArrayList<>();
    while (true) {
      String line = next();
      if (line.equals("end " + id)) {
        return new Answer(id, lines, null);
      }
      if (line.startsWith("died " + id + " ")) {
        return new Answer(id, lines, death(line.substring(("died " + id + " ").length())));
      }
      if (!line.isEmpty()) {
        lines.add(line);
      }
    }
  }

  /** In words, of {@code signal 9} or {@code status 86}. */
  private static String death(String told) {
    return told.startsWith(STATUS)
        ? HelperExit.of(Integer.parseInt(told, STATUS.length(), told.length(), 10))
        : told;
  }

  private String next() throws IOException {
    String line = helper.readLine();
    if (line == null) {
      throw new IOException("the kernel's side ended" + helper.lastWords());
    }
    return line;
  }

  @Override
  public void close() {
    helper.close();
  }
}
