package org.vmacheck.checks.live.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccelerationTest {

  @TempDir private Path folder;
  private Path device;
  private Path memory;
  private int trials;

  @BeforeEach
  void aMachineWithTheDevice() throws IOException {
    device = Files.createFile(folder.resolve("kvm"));
    memory = folder.resolve("cache").resolve("accelerator");
  }

  private Accelerator choose(boolean works) throws IOException {
    return new Acceleration(device, memory)
        .choose(
            accelerator -> {
              trials++;
              return works || accelerator == Accelerator.TCG;
            });
  }

  @Test
  void aDeviceThatDoesNotWorkIsTriedOnce() throws IOException {
    assertThat(choose(false)).isEqualTo(Accelerator.TCG);
    assertThat(choose(true)).isEqualTo(Accelerator.TCG);
    assertThat(trials).isEqualTo(2);
  }

  @Test
  void aDeviceThatWorksIsUsedFromThenOn() throws IOException {
    assertThat(choose(true)).isEqualTo(Accelerator.KVM);
    assertThat(choose(false)).isEqualTo(Accelerator.KVM);
  }

  @Test
  void aMemoryThatSaysNothingKnownIsAskedAnew() throws IOException {
    Files.createDirectories(memory.getParent());
    Files.writeString(memory, "");
    assertThat(choose(true)).isEqualTo(Accelerator.KVM);
    assertThat(trials).isEqualTo(1);
  }

  @Test
  void anImageThatDoesNotComeUpAtAllSaysNothingOfTheMachine() throws IOException {
    assertThat(new Acceleration(device, memory).choose(accelerator -> false))
        .isEqualTo(Accelerator.TCG);
    assertThat(memory).doesNotExist();
  }

  @Test
  void withoutADeviceNothingIsTriedNorRemembered() throws IOException {
    Files.delete(device);
    assertThat(choose(true)).isEqualTo(Accelerator.TCG);
    assertThat(trials).isZero();
    assertThat(memory).doesNotExist();
  }
}
