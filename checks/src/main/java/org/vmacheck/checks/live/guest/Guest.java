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
 * Another kernel, under QEMU. It has no disk and no network: the programs come with it in an
 * initramfs, and what they print comes over a line of their own, apart from the kernel's console. A
 * guest that says nothing for too long is ended.
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
    twiceAtMost(
        () -> {
          boot(accelerator, jobs, BOOT, listener);
          return null;
        });
  }

  /**
   * Starts one program, which is then talked to; it reads what is written, and not a file. The
   * guest has one processor, which is faster where nothing races.
   *
   * @throws IOException if the guest does not come up; the message says why, in a line
   */
  public Conversation talk(Path executable, List<String> arguments) throws IOException {
    Accelerator accelerator = acceleration.choose(this::comesUp);
    return twiceAtMost(() -> conversation(accelerator, new Job(executable, arguments)));
  }

  /** Starts a guest. */
  interface Start<T> {
    T start() throws IOException;
  }

  /** Under emulation a kernel now and then trips over its own patching of code as it boots. */
  static <T> T twiceAtMost(Start<T> guest) throws IOException {
    try {
      return guest.start();
    } catch (NotUp once) {
      return guest.start();
    }
  }

  private Conversation conversation(Accelerator accelerator, Job job) throws IOException {
    TemporaryFolder folder = TemporaryFolder.named("vmacheck-guest");
    try {
      Map<String, byte[]> files = new LinkedHashMap<>();
      put(files, "t/0", job);
      Path console = folder.resolve("console");
      List<String> command = command(accelerator, 1, files, folder, console);
      return new Conversation(command, folder, console, BOOT, silence);
    } catch (IOException notUp) {
      folder.close();
      throw notUp;
    }
  }

  private boolean comesUp(Accelerator accelerator) throws IOException {
    Duration patience = accelerator == Accelerator.KVM ? TRIAL : BOOT;
    try {
      boot(accelerator, List.of(), patience, (job, status, printed) -> {});
      return true;
    } catch (NotUp itDoesNot) {
      return false;
    }
  }

  private void boot(Accelerator accelerator, List<Job> jobs, Duration patience, Listener listener)
      throws IOException {
    try (TemporaryFolder folder = TemporaryFolder.named("vmacheck-guest")) {
      Map<String, byte[]> files = new LinkedHashMap<>();
      for (int i = 0; i < jobs.size(); i++) {
        put(files, "t/" + i, jobs.get(i));
        files.put("t/" + i + ".in", jobs.get(i).input().getBytes(StandardCharsets.US_ASCII));
      }
      Path console = folder.resolve("console");
      List<String> command = command(accelerator, processors, files, folder, console);
      new Boot(command, console, patience, silence).run(jobs.size(), listener);
    }
  }

  /** What starts a guest with these programs, which are put into the folder. */
  private List<String> command(
      Accelerator accelerator,
      int processors,
      Map<String, byte[]> files,
      TemporaryFolder folder,
      Path console)
      throws IOException {
    Path initrd = folder.resolve("initrd.gz");
    pack(files, initrd, folder.resolve("init"));
    return Qemu.command(accelerator, processors, image, initrd, console);
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
        .orElseThrow(() -> new IOException(CCompiler.MISSING))
        .compile(CSource.of("guest-init.c"), init, List.of("-O1", "-static"));
    Map<String, byte[]> files = new LinkedHashMap<>(programs);
    files.put("init", Files.readAllBytes(init));
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(initrd))) {
      Initramfs.write(out, List.of("t"), files);
    }
  }
}
