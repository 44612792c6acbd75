package org.vmacheck.checks.conform;

import java.util.Arrays;
import java.util.List;

/** Reads the text form of a step. */
final class StepParser {

  private final String text;
  private final List<String> words;

  private StepParser(String text) {
    this.text = text;
    this.words = List.of(text.strip().split("\\s+"));
  }

  static Step parse(String text) {
    return new StepParser(text).step();
  }

  private Step step() {
    return switch (words.get(0)) {
      case "map" ->
          arguments(
              6,
              new Step.Map(at(1), pages(2), number(3, 0, 7), backing(), place(), number(6, 0, 64)));
      case "unmap" -> arguments(2, new Step.Unmap(at(1), pages(2)));
      case "prot" -> arguments(3, new Step.Protect(at(1), pages(2), number(3, 0, 7)));
      case "adv" -> arguments(3, new Step.Advise(at(1), pages(2), advice()));
      case "lock" -> arguments(2, new Step.Lock(at(1), pages(2)));
      case "unlock" -> arguments(2, new Step.Unlock(at(1), pages(2)));
      case "remap" ->
          arguments(5, new Step.Remap(at(1), pages(2), pages(3), number(4, 0, 7), at(5)));
      case "read" -> arguments(1, new Step.Read(page(1)));
      case "write" -> arguments(2, new Step.Write(page(1), number(2, 0, 255)));
      case "look" -> arguments(0, new Step.Look());
      case "child" -> arguments(0, new Step.Child());
      case "probe" -> arguments(0, new Step.Probe());
      default -> throw refuse("the first word is not an operation");
    };
  }

  private Step arguments(int count, Step step) {
    if (words.size() != count + 1) {
      throw refuse(words.get(0) + " takes " + count + " arguments");
    }
    return step;
  }

  private int at(int index) {
    return number(index, 0, Window.PAGES);
  }

  private int page(int index) {
    return number(index, 0, Window.PAGES - 1);
  }

  private int pages(int index) {
    return number(index, 0, Window.PAGES);
  }

  private int number(int index, int least, int most) {
    if (index >= words.size()) {
      throw refuse("an argument is missing");
    }
    try {
      int number = Integer.parseInt(words.get(index));
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw refuse("\"" + words.get(index) + "\" is not a number", e);
    }
    throw refuse(words.get(index) + " is not between " + least + " and " + most);
  }

  private Advice advice() {
    return Advice.of(number(3, 0, 200));
  }

  private Step.Backing backing() {
    return Arrays.stream(Step.Backing.values())
        .filter(backing -> is(4, backing.letter))
        .findFirst()
        .orElseThrow(() -> refuse("the backing is one of a s p f"));
  }

  private Step.Placement place() {
    return Arrays.stream(Step.Placement.values())
        .filter(placement -> is(5, placement.letter))
        .findFirst()
        .orElseThrow(() -> refuse("the placement is one of F N H"));
  }

  private boolean is(int index, char letter) {
    return index < words.size() && words.get(index).equals(String.valueOf(letter));
  }

  private IllegalArgumentException refuse(String why) {
    return refuse(why, null);
  }

  private IllegalArgumentException refuse(String why, Exception cause) {
    return new IllegalArgumentException("step \"" + text + "\": " + why, cause);
  }
}
