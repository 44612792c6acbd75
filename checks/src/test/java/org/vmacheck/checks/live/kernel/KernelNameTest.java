package org.vmacheck.checks.live.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vmacheck.model.release.Release;

class KernelNameTest {

  @ParameterizedTest
  @CsvSource({
    "7.3-rc7-cloud-amd64,7.3",
    "6.18.44-fc-v657,6.18",
    "7.2.13+deb14-cloud-amd64,7.2",
    "6.6.87,6.6",
    "6.4.0-1-default,6.4"
  })
  void aKernelsNameTellsItsRelease(String kernel, String release) {
    KernelName name = new KernelName(kernel);
    assertThat(name.release().map(Release::name)).contains(release);
    assertThat(name.standing()).isEqualTo("model " + release);
  }

  @ParameterizedTest
  @CsvSource({
    "6.1.150,older than the model",
    "6.4.3,after 6.4.0",
    "linux,not a kernel's name",
    "8.0-rc1,unknown to the model",
    "6.18.15+deb13-cloud-amd64,before 6.18.37",
    "6.18,before 6.18.37"
  })
  void ofAnotherOneItIsSaidWhyTheModelDoesNotKnowIt(String kernel, String why) {
    KernelName name = new KernelName(kernel);
    assertThat(name.release()).isEmpty();
    assertThat(name.standing()).isEqualTo(why);
  }
}
