package org.vmacheck.checks.conform;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.vmacheck.checks.live.guest.Conversation;
import org.vmacheck.checks.live.guest.Guest;

/**
 * Another kernel, under QEMU; each helper has a guest of its own, and is talked to over a line.
 *
 * @param image a kernel, as boot loaders take it
 */
public record GuestKernel(Path image) implements HelperHost {

  /** The slowest sequence, of a thousand calls under emulation, takes a few seconds. */
  private static final Duration SILENCE = Duration.ofSeconds(60);

  /** Static for want of a C library there; above the window, so that smaps begins with that. */
  @Override
  public List<String> options() {
    return List.of("-O2", "-static-pie");
  }

  @Override
  public Helper start(Path executable, List<String> arguments) throws Unavailable {
    try {
      return new InGuest(new Guest(image, SILENCE).talk(executable, arguments));
    } catch (IOException e) {
      throw new Unavailable(e.getMessage(), e);
    }
  }

  private record InGuest(Conversation line) implements Helper {

    @Override
    public void send(String request) throws IOException {
      line.write(request);
    }

    @Override
    public void flush() throws IOException {
      line.flush();
    }

    @Override
    public String readLine() throws IOException {
      return line.readLine();
    }

    @Override
    public String lastWords() throws IOException {
      return ": " + line.death();
    }

    @Override
    public void close() {
      line.close();
    }
  }
}
