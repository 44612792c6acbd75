package org.vmacheck.checks.live.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InitramfsTest {

  @Test
  void everyEntryBeginsAtAMultipleOfFourAndSaysHowLongItIs() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Initramfs.write(out, List.of("t"), Map.of("t/0", "hello".getBytes(StandardCharsets.US_ASCII)));
    String archive = out.toString(StandardCharsets.US_ASCII);
    assertThat(archive.length() % 4).isZero();
    int folder = archive.indexOf("070701");
    int file = archive.indexOf("070701", folder + 1);
    int trailer = archive.indexOf("070701", file + 1);
    assertThat(List.of(folder % 4, file % 4, trailer % 4)).containsOnly(0);
    assertThat(archive.substring(file + 6 + 8, file + 6 + 16)).isEqualTo("000081ED");
    assertThat(archive.substring(file + 6 + 6 * 8, file + 6 + 7 * 8)).isEqualTo("00000005");
    assertThat(archive).contains("t/0\0").contains("hello").contains("TRAILER!!!\0");
  }
}
