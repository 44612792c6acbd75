package org.vmacheck.checks.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Another kernel, under QEMU with two emulated processors or more. It has no disk and no network:
 * the programs come with it in an initramfs, and what they print comes over a serial line of their
 * own, apart from the kernel's console. A guest that says nothing for too long is ended.
 */
public final class Guest implements Host {

  private static final String QEMU = "qemu-system-x86_64";

  private static final Duration BOOT = Duration.ofSeconds(60);

  /** How much of the console is told of a guest that did not end well. */
  private static final int LAST_WORDS = 12;

  private final Path image;
  private final Duration perProgram;
  private final int processors;

  /**
   * @param image a kernel, as boot loaders take it
   * @param perProgram how long one program may take at most
   * @param threads how many of them a program has at most: each can have a processor to itself
   */
  public Guest(Path image, Duration perProgram, int threads) {
    this.image = image;
    this.perProgram = perProgram;
    this.processors = Math.max(2, threads);
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
  public List<List<String>> run(List<Job> jobs) throws IOException {
    Path folder = Files.createTempDirectory("vmacheck-guest");
    try {
      Path initrd = folder.resolve("initrd.gz");
      pack(jobs, initrd, folder);
      Path console = folder.resolve("console");
      return boot(jobs.size(), initrd, console);
    } finally {
      try (Stream<Path> left = Files.list(folder)) {
        for (Path file : left.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private static void pack(List<Job> jobs, Path initrd, Path folder) throws IOException {
    Path init = folder.resolve("init");
    CCompiler.onPath()
        .orElseThrow(() -> new IOException("no C compiler"))
        .compile(CSource.of("guest-init.c"), init, List.of("-O1", "-static"));
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("init", Files.readAllBytes(init));
    for (int i = 0; i < jobs.size(); i++) {
      files.put("t/" + i, Files.readAllBytes(jobs.get(i).executable()));
      String arguments = String.join(" ", jobs.get(i).arguments());
      files.put("t/" + i + ".args", arguments.getBytes(StandardCharsets.US_ASCII));
      files.put("t/" + i + ".in", jobs.get(i).input().getBytes(StandardCharsets.US_ASCII));
    }
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(initrd))) {
      Initramfs.write(out, List.of("t"), files);
    }
  }

  private List<List<String>> boot(int jobs, Path initrd, Path console) throws IOException {
    Process process;
    try {
      process = new ProcessBuilder(command(initrd, console)).redirectErrorStream(true).start();
    } catch (IOException missing) {
      throw new IOException("there is no " + QEMU + " on this machine", missing);
    }
    Thread killer = new Thread(process::destroyForcibly, "guest-killer");
    Runtime.getRuntime().addShutdownHook(killer);
    try {
      watch(process, BOOT.plus(perProgram.multipliedBy(jobs)));
      List<String> unframed = new ArrayList<>();
      List<List<String>> printed = listen(process, jobs, unframed);
      if (printed.size() < jobs) {
        throw new IOException(
            "the guest ended after "
                + printed.size()
                + " of "
                + jobs
                + " programs; its last words:"
                + lastWords(unframed, console));
      }
      return printed;
    } finally {
      process.destroyForcibly();
      Runtime.getRuntime().removeShutdownHook(killer);
    }
  }

  private List<String> command(Path initrd, Path console) {
    return List.of(
        QEMU,
        "-accel",
        "tcg,thread=multi",
        "-cpu",
        "max",
        "-smp",
        String.valueOf(processors),
        "-m",
        "1024",
        "-kernel",
        image.toString(),
        "-initrd",
        initrd.toString(),
        "-append",
        "console=ttyS0 quiet panic=-1 rdinit=/init",
        "-display",
        "none",
        "-monitor",
        "none",
        "-nic",
        "none",
        "-no-reboot",
        "-serial",
        "file:" + console,
        "-serial",
        "stdio");
  }

  /** Ends a guest that takes too long; what it printed by then is kept. */
  private static void watch(Process process, Duration patience) {
    Thread watchdog =
        new Thread(
            () -> {
              try {
                if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                  process.destroyForcibly();
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "guest-watchdog");
    watchdog.setDaemon(true);
    watchdog.start();
  }

  /**
   * What the programs print.
   *
   * @param unframed gets what comes outside of a program that ended: QEMU's own complaints, and
   *     what the last program printed before the guest died
   */
  private static List<List<String>> listen(Process process, int jobs, List<String> unframed)
      throws IOException {
    List<List<String>> printed = new ArrayList<>();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      List<String> current = new ArrayList<>();
      String line;
      while (printed.size() < jobs && (line = lines.readLine()) != null) {
        if (line.startsWith("@begin ")) {
          current = new ArrayList<>();
        } else if (line.startsWith("@end ")) {
          printed.add(current);
        } else {
          current.add(line);
        }
      }
      unframed.addAll(printed.size() < jobs ? current : List.of());
    }
    return printed;
  }

  private static String lastWords(List<String> unframed, Path console) throws IOException {
    List<String> lines = new ArrayList<>();
    if (Files.exists(console)) {
      String text = new String(Files.readAllBytes(console), StandardCharsets.UTF_8);
      text.lines().filter(line -> !line.isBlank()).forEach(lines::add);
    }
    lines.addAll(unframed);
    return lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size()).stream()
        .map(line -> "\n  " + line.strip())
        .reduce("", String::concat);
  }
}
