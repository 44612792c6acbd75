package org.vmacheck.checks.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.vmacheck.checks.engine.jcstress.StressRun.Batch;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.input.Nearest;
import org.vmacheck.stress.MemoryOrderQuestion;

/** What {@code vmacheck stress} can be asked for, by the names that people type. */
final class StressTests {

  private StressTests() {}

  /**
   * The tests of these names: of a file ({@code Speculation}), of a claim or race ({@code C25}), or
   * of one test ({@code Speculation.AllBarriers}). All tests for no name at all.
   *
   * @return one batch a file, in the order of the documentation
   * @throws InputException if there is no such name
   */
  static List<Batch> named(List<String> names) {
    Set<String> chosen = new LinkedHashSet<>();
    for (String name : names) {
      chosen.addAll(of(name));
    }
    List<Batch> batches = new ArrayList<>();
    for (MemoryOrderQuestion question : MemoryOrderQuestion.all()) {
      List<String> tests =
          question.tests().stream()
              .filter(test -> names.isEmpty() || chosen.contains(test))
              .toList();
      if (!tests.isEmpty()) {
        batches.add(new Batch(question.name(), tests));
      }
    }
    return batches;
  }

  private static List<String> of(String name) {
    Map<String, List<String>> known = new LinkedHashMap<>();
    for (MemoryOrderQuestion question : MemoryOrderQuestion.all()) {
      Stream.concat(question.ids().stream(), Stream.of(question.name()))
          .forEach(id -> known.put(id, question.tests()));
      question.tests().forEach(t -> known.put(MemoryOrderQuestion.shortName(t), List.of(t)));
    }
    return known.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "no stress test '" + name + "'" + Nearest.hint(name, known.keySet(), "tests")));
  }
}
