package org.vmacheck.checks.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vmacheck.checks.live.kernel.KernelImages;
import org.vmacheck.model.release.Patch;
import org.vmacheck.model.release.Release;

/** The comparison with another kernel, where there are QEMU, a C compiler and a fetched kernel. */
class GuestKernelTest {

  private KernelImages.Image image;

  @BeforeEach
  void thereIsAKernelOfTheModel() throws Exception {
    List<KernelImages.Image> known =
        KernelImages.ofUser().all().stream().filter(one -> one.release().isPresent()).toList();
    assumeTrue(!known.isEmpty(), "no kernel that the model knows was fetched");
    image = known.get(known.size() - 1);
  }

  private ConformanceResult compare(Conformance conformance) throws Exception {
    try {
      return conformance.run();
    } catch (Unavailable missing) {
      return abort("not compared with a kernel under QEMU: " + missing.getMessage());
    }
  }

  @Test
  void aFetchedKernelAndTheModelOfItsReleaseAgree() throws Exception {
    Settings settings = new Settings(31, 40, 30, null, 2);
    ConformanceResult result =
        compare(
            new Conformance(
                settings, new GuestKernel(image.vmlinuz()), Optional.empty(), compared -> {}));
    System.out.println("conform: " + ConformanceText.summary(result));
    assertThat(result.difference())
        .as(result.difference() == null ? "" : result.difference().report("", 30))
        .isNull();
    assertThat(result.sequences()).isEqualTo(40);
    assertThat(result.kernel()).isEqualTo(image.kernel());
    assertThat(result.release()).isEqualTo(image.release().get().name());
  }

  @Test
  void aMistakeOfTheModelIsFoundAndMadeShortInTheGuest() throws Exception {
    Release mistaken = image.release().get().patched(Patch.of(Mistakes.LastPageStays.class));
    ConformanceResult result =
        compare(
            new Conformance(
                new Settings(8, 100, 30, null, 1),
                new GuestKernel(image.vmlinuz()),
                Optional.of(mistaken),
                compared -> {}));
    assertThat(result.difference()).isNotNull();
    assertThat(result.difference().calls()).hasSizeLessThan(6);
  }
}
