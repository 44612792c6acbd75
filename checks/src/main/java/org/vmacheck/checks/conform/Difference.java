package org.vmacheck.checks.conform;

import java.util.List;
import org.vmacheck.checks.syscall.SystemCall;

/**
 * A place where the kernel and the model part.
 *
 * @param number of the sequence
 * @param seed that makes the sequence
 * @param calls the shortest that show it
 * @param kernel what the kernel shows last
 * @param model what the model shows last
 */
public record Difference(
    int number, long seed, List<SystemCall> calls, String kernel, String model) {

  /** The index of the first line that differs, or -1. */
  static int firstBetween(List<String> kernel, List<String> model) {
    int common = Math.min(kernel.size(), model.size());
    for (int line = 0; line < common; line++) {
      if (!kernel.get(line).equals(model.get(line))) {
        return line;
      }
    }
    return kernel.size() == model.size() ? -1 : common;
  }

  /**
   * The difference for people, with the commands that show it again.
   *
   * @param options of these commands, each with a space after it
   */
  public String report(String options, int length) {
    String newline = System.lineSeparator();
    StringBuilder text = new StringBuilder();
    text.append("difference in sequence ").append(number).append(", after").append(newline);
    for (int index = 0; index < calls.size(); index++) {
      text.append(String.format("  %2d  %s%n", index + 1, calls.get(index).text()));
    }
    Observation left = Observation.parse(kernel);
    Observation right = Observation.parse(model);
    text.append(newline).append(Picture.sideBySide(left, right)).append(newline);
    for (String clause : Parting.between(left, right)) {
      text.append("  ").append(clause).append(newline);
    }
    text.append(newline)
        .append("  again: vmacheck conform " + options + "--seed ")
        .append(seed)
        .append(" --sequences 1 --length ")
        .append(length)
        .append(newline)
        .append("  only these calls: vmacheck conform " + options + "--steps '")
        .append(script())
        .append("'")
        .append(newline);
    return text.toString();
  }

  /** The calls in their text form. */
  public String script() {
    return String.join("; ", calls.stream().map(SystemCall::text).toList());
  }
}
