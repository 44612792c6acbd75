package org.vmacheck.checks.live.guest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Whether hardware virtualisation really works here. That there is a device for it says little: in
 * a virtual machine it may fail while the kernel unpacks itself. So a guest is started once, and
 * the answer is remembered.
 */
final class Acceleration {

  /** Starts a guest, to see if it comes up. */
  interface Trial {
    boolean comesUp(Accelerator accelerator) throws IOException;
  }

  private final Path device;
  private final Path memory;

  /**
   * @param device of the kernel for virtualisation
   * @param memory a file that keeps the answer; deleted, the question is asked again
   */
  Acceleration(Path device, Path memory) {
    this.device = device;
    this.memory = memory;
  }

  /** The faster one of those that work. */
  Accelerator choose(Trial trial) throws IOException {
    if (!Files.isReadable(device) || !Files.isWritable(device)) {
      return Accelerator.TCG;
    }
    Optional<Accelerator> known = remembered();
    if (known.isPresent()) {
      return known.get();
    }
    for (Accelerator accelerator : Accelerator.values()) {
      if (trial.comesUp(accelerator)) {
        Files.createDirectories(memory.toAbsolutePath().getParent());
        Files.writeString(memory, accelerator.name() + "\n");
        return accelerator;
      }
    }
    // the image is to blame, which says nothing of the machine
    return Accelerator.TCG;
  }

  private Optional<Accelerator> remembered() throws IOException {
    if (!Files.isReadable(memory)) {
      return Optional.empty();
    }
    String word = Files.readString(memory).strip();
    return Arrays.stream(Accelerator.values()).filter(one -> one.name().equals(word)).findFirst();
  }
}
