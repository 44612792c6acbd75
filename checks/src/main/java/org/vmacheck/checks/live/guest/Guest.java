package org.vmacheck.checks.live.guest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.vmacheck.checks.live.CCompiler;
import org.vmacheck.checks.live.CSource;
import org.vmacheck.checks.live.Host;
import org.vmacheck.checks.live.TemporaryFolder;
import org.vmacheck.checks.live.UserCache;

/**
 * Another kernel, under QEMU with two processors. It has no disk and no network: the programs come
 * with it in an initramfs, and what they print comes over a serial line of their own, apart from
 * the kernel's console. A guest that says nothing for too long is ended.
 */
public final class Guest implements Host {

  private static final Duration BOOT = Duration.ofSeconds(60);

  /** Hardware virtualisation that works takes a second or two. */
  private static final Duration TRIAL = Duration.ofSeconds(10);

  private final Path image;
  private final Duration silence;
  private final Acceleration acceleration;

  /**
   * @param image a kernel, as boot loaders take it
   * @param silence how long its programs may print nothing
   */
  public Guest(Path image, Duration silence) {
    this.image = image;
    this.silence = silence;
    this.acceleration =
        new Acceleration(Path.of("/dev/kvm"), UserCache.folder().resolve("accelerator"));
  }

  @Override
  public String name() {
    return image.toString();
  }

  @Override
  public void run(List<Job> jobs, Listener listener) throws IOException {
    Accelerator accelerator = acceleration.choose(this::comesUp);
    try (TemporaryFolder folder = TemporaryFolder.named("vmacheck-guest")) {
      boot(accelerator, jobs, folder, BOOT).run(jobs.size(), listener);
    }
  }

  private boolean comesUp(Accelerator accelerator) throws IOException {
    try (TemporaryFolder folder = TemporaryFolder.named("vmacheck-guest")) {
      Duration patience = accelerator == Accelerator.KVM ? TRIAL : BOOT;
      Boot trial = boot(accelerator, List.of(), folder, patience);
      try {
        trial.run(0, (job, status, printed) -> {});
        return true;
      } catch (IOException itDoesNot) {
        return false;
      }
    }
  }

  private Boot boot(
      Accelerator accelerator, List<Job> jobs, TemporaryFolder folder, Duration patience)
      throws IOException {
    Path initrd = folder.resolve("initrd.gz");
    pack(jobs, initrd, folder.resolve("init"));
    Path console = folder.resolve("console");
    return new Boot(Qemu.command(accelerator, image, initrd, console), console, patience, silence);
  }

  private static void pack(List<Job> jobs, Path initrd, Path init) throws IOException {
    CCompiler.onPath()
        .orElseThrow(() -> new IOException("no C compiler"))
        .compile(CSource.of("guest-init.c"), init, List.of("-O1", "-static"));
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("init", Files.readAllBytes(init));
    for (int i = 0; i < jobs.size(); i++) {
      Job job = jobs.get(i);
      String arguments = String.join(" ", job.arguments());
      files.put("t/" + i, Files.readAllBytes(job.executable()));
      files.put("t/" + i + ".args", arguments.getBytes(StandardCharsets.US_ASCII));
      files.put("t/" + i + ".in", job.input().getBytes(StandardCharsets.US_ASCII));
    }
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(initrd))) {
      Initramfs.write(out, List.of("t"), files);
    }
  }
}
