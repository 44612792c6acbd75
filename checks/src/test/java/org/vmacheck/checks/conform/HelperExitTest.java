package org.vmacheck.checks.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Both sides mean the same by an exit status. */
class HelperExitTest {

  private static final Pattern ENUM =
      Pattern.compile("enum helper_exit \\{(.*?)\\};", Pattern.DOTALL);
  private static final Pattern CONSTANT = Pattern.compile("(\\w+) = (\\d+),");

  @Test
  void theSourceOfTheKernelsSideHasTheSameNamesAndNumbers() throws IOException {
    Map<String, Integer> known =
        Arrays.stream(HelperExit.values())
            .collect(Collectors.toMap(HelperExit::name, HelperExit::status));
    assertThat(written()).isEqualTo(known);
  }

  private static Map<String, Integer> written() throws IOException {
    try (InputStream source = HelperExit.class.getResourceAsStream("/conform.c")) {
      String text = new String(source.readAllBytes(), StandardCharsets.UTF_8);
      String constants = ENUM.matcher(text).results().findFirst().orElseThrow().group(1);
      Map<String, Integer> found = new TreeMap<>();
      CONSTANT
          .matcher(constants)
          .results()
          .forEach(one -> found.put(one.group(1), Integer.valueOf(one.group(2))));
      return found;
    }
  }

  @Test
  void aStatusThatNobodyGaveIsToldAsANumber() {
    assertThat(HelperExit.of(86)).isEqualTo("it cannot fork");
    assertThat(HelperExit.of(3)).isEqualTo("it ended with status 3");
  }
}
