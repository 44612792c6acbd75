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
import org.vmacheck.checks.live.HostDied;
import org.vmacheck.checks.live.TemporaryFolder;
import org.vmacheck.checks.live.UserCache;

/**
 * Another kernel, under QEMU. It has no disk and no network: the programs come with it in an
 * initramfs, and what they print comes over a serial line of their own, apart from the kernel's
 * console. A guest that says nothing for too long is ended.
 */
public final class Guest implements Host {

  /** Races need two that really run at the same time. */
  private static final int PROCESSORS = 2;

  private static final Duration BOOT = Duration.ofSeconds(60);

  /** Hardware virtualisation that works takes a second or two. */
  private static final Duration TRIAL = Duration.ofSeconds(10);

  private final Path image;
  private final Duration silence;
  private final int processors;
  private final Acceleration acceleration;

  /**
   * @param image a kernel, as boot loaders take it
   * @param silence how long its programs may print nothing
   */
  public Guest(Path image, Duration silence) {
    this(image, silence, PROCESSORS);
  }

  /**
   * @param processors how many there are for its programs
   */
  public Guest(Path image, Duration silence, int processors) {
    this.image = image;
    this.silence = silence;
    this.processors = Math.max(PROCESSORS, processors);
    this.acceleration =
        new Acceleration(Path.of("/dev/kvm"), UserCache.folder().resolve("accelerator"));
  }

  @Override
  public String name() {
    return image.toString();
  }

  @Override
  public String kernel() throws IOException {
    return KernelImage.kernel(image);
  }

  @Override
  public void run(List<Job> jobs, Listener listener) throws IOException {
    Accelerator accelerator = acceleration.choose(this::comesUp);
    try {
      boot(accelerator, jobs, listener);
    } catch (HostDied died) {
      throw died;
    } catch (IOException notUp) {
      // under emulation a kernel now and then trips over its own patching of code as it boots
      boot(accelerator, jobs, listener);
    }
  }

  private void boot(Accelerator accelerator, List<Job> jobs, Listener listener) throws IOException {
    try (TemporaryFolder folder = TemporaryFolder.named("vmacheck-guest")) {
      boot(accelerator, jobs, folder, BOOT).run(jobs.size(), listener);
    }
  }

  /**
   * Starts one program, which is then talked to; it reads what is written, and not a file. The
   * guest has one processor, which is faster where nothing races.
   *
   * @throws IOException if the guest does not come up; the message says why, in a line
   */
  public Conversation talk(Path executable, List<String> arguments) throws IOException {
    Accelerator accelerator = acceleration.choose(this::comesUp);
    TemporaryFolder folder = TemporaryFolder.named("vmacheck-guest");
    try {
      Path initrd = folder.resolve("initrd.gz");
      Map<String, byte[]> files = new LinkedHashMap<>();
      put(files, "t/0", new Job(executable, arguments));
      pack(files, initrd, folder.resolve("init"));
      Path console = folder.resolve("console");
      List<String> command = Qemu.command(accelerator, 1, image, initrd, console);
      return new Conversation(command, folder, console, BOOT, silence);
    } catch (IOException notUp) {
      folder.close();
      throw notUp;
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
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < jobs.size(); i++) {
      put(files, "t/" + i, jobs.get(i));
      files.put("t/" + i + ".in", jobs.get(i).input().getBytes(StandardCharsets.US_ASCII));
    }
    pack(files, initrd, folder.resolve("init"));
    Path console = folder.resolve("console");
    return new Boot(
        Qemu.command(accelerator, processors, image, initrd, console), console, patience, silence);
  }

  /** The program and its arguments. */
  private static void put(Map<String, byte[]> files, String name, Job job) throws IOException {
    files.put(name, Files.readAllBytes(job.executable()));
    String arguments = String.join(" ", job.arguments());
    files.put(name + ".args", arguments.getBytes(StandardCharsets.US_ASCII));
  }

  /** Adds the first process. */
  private static void pack(Map<String, byte[]> programs, Path initrd, Path init)
      throws IOException {
    CCompiler.onPath()
        .orElseThrow(() -> new IOException("no C compiler"))
        .compile(CSource.of("guest-init.c"), init, List.of("-O1", "-static"));
    Map<String, byte[]> files = new LinkedHashMap<>(programs);
    files.put("init", Files.readAllBytes(init));
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(initrd))) {
      Initramfs.write(out, List.of("t"), files);
    }
  }
}
