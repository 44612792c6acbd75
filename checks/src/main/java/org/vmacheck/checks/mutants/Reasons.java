package org.vmacheck.checks.mutants;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the mutations that nothing notices: {@code book/unnoticed.txt}. An entry is
 *
 * <pre>
 * place: step | weakening
 *   the line of the model
 *   why nothing has to notice, in as many lines as it takes
 * </pre>
 *
 * <p>Where one reason is good for several steps, they stand above it, each with its line.
 */
public record Reasons(List<Reason> all) {

  public Reasons {
    all = List.copyOf(all);
  }

  /** Those that this program was built with. */
  public static Reasons shipped() {
    try (InputStream in = Reasons.class.getResourceAsStream("/book/unnoticed.txt")) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws IllegalArgumentException that names the line, if there is none of that form
   */
  static Reasons parse(String text) {
    List<Reason> reasons = new ArrayList<>();
    List<String> entry = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.startsWith("#")) {
        continue;
      }
      if (line.isBlank()) {
        add(reasons, entry, number);
      } else {
        entry.add(line);
      }
    }
    add(reasons, entry, number);
    return new Reasons(reasons);
  }

  private static void add(List<Reason> reasons, List<String> entry, int number) {
    if (entry.isEmpty()) {
      return;
    }
    int first = 0;
    while (first < entry.size() && !entry.get(first).startsWith(" ")) {
      first += 2;
    }
    if (first == 0 || first >= entry.size()) {
      throw malformed(number);
    }
    String why =
        String.join(" ", entry.subList(first, entry.size()).stream().map(String::strip).toList());
    for (int step = 0; step < first; step += 2) {
      reasons.add(reason(entry.get(step), entry.get(step + 1).strip(), why, number));
    }
    entry.clear();
  }

  private static Reason reason(String step, String code, String why, int number) {
    int bar = step.lastIndexOf(" | ");
    Weakening weakening =
        Arrays.stream(Weakening.values())
            .filter(one -> bar > 0 && one.text().equals(step.substring(bar + 3)))
            .findFirst()
            .orElseThrow(() -> malformed(number));
    return new Reason(step.substring(0, bar), weakening, code, why);
  }

  private static IllegalArgumentException malformed(int number) {
    return new IllegalArgumentException(
        "unnoticed.txt, before line "
            + number
            + ": expected 'place: step | weakening', a line of code, and a reason");
  }

  /** The reason for a mutation, if it has one. */
  public Optional<String> why(Mutation mutation) {
    return all.stream().filter(reason -> reason.explains(mutation)).map(Reason::why).findFirst();
  }

  /**
   * The steps of reasons that no mutation needs: its code has changed, or something notices.
   *
   * @param unnoticed every mutation that nothing notices
   */
  public List<String> unneeded(List<Mutation> unnoticed) {
    return all.stream()
        .filter(reason -> unnoticed.stream().noneMatch(reason::explains))
        .map(reason -> reason.place() + " | " + reason.weakening().text() + ": " + reason.code())
        .toList();
  }
}
