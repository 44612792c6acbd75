package org.vmacheck.checks.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Kernels of Debian for virtual machines, from the mirror that this machine uses already. apt works
 * in folders of its own, with Debian's keyring; nothing is installed, and what the machine has is
 * left alone.
 */
public final class DebianKernels {

  private static final List<String> SUITES =
      List.of("experimental", "sid", "trixie-backports", "trixie", "bookworm");

  private static final String KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg";

  /** Packages with an image; those called image are empty where there are those called binary. */
  private static final Pattern PACKAGE =
      Pattern.compile("linux-(?:binary|image)-((\\d+\\.\\d+)[^-]*(?:-\\d+)?)-cloud-amd64");

  private static final Comparator<String> OLDEST_FIRST =
      Comparator.comparing(DebianKernels::version)
          .thenComparing(name -> name.startsWith("linux-binary-"));

  private final Path work;
  private final KernelImages images;

  /** Kernels go into these images. */
  public DebianKernels(KernelImages images) {
    this.images = images;
    this.work = images.folder().resolveSibling("apt");
  }

  /** Reads the lists of packages of the mirror. */
  public void update() throws IOException {
    String mirror = mirror();
    for (String folder : List.of("lists/partial", "cache/archives/partial")) {
      Files.createDirectories(work.resolve(folder));
    }
    StringBuilder sources = new StringBuilder();
    for (String suite : SUITES) {
      sources.append("deb [signed-by=" + KEYRING + "] " + mirror + " " + suite + " main\n");
    }
    Files.writeString(work.resolve("sources.list"), sources);
    apt("apt-get", List.of("update", "-qq"));
  }

  /** The mirror of Debian that apt of this machine is set up with. */
  private static String mirror() throws IOException {
    return command(List.of("apt-get", "indextargets", "--format", "$(ORIGIN) $(REPO_URI)"))
        .lines()
        .filter(line -> line.startsWith("Debian "))
        .map(line -> line.substring("Debian ".length()))
        .filter(uri -> uri.matches(".*/debian/?"))
        .findFirst()
        .orElseThrow(() -> new IOException("apt of this machine has no mirror of Debian"));
  }

  /**
   * Fetches the newest kernel of a series.
   *
   * @param series {@code 7.3}
   * @return the image, which may have been there before
   */
  public KernelImages.Image get(String series) throws IOException {
    String chosen =
        packages().stream()
            .filter(name -> series(name).equals(series))
            .max(OLDEST_FIRST)
            .orElseThrow(
                () ->
                    new IOException(
                        "the mirror has no kernel "
                            + series
                            + "; it has "
                            + String.join(", ", offered())));
    Path folder = Files.createTempDirectory(work, "get");
    try {
      apt("apt-get", List.of("download", "-qq", chosen), folder);
      Path archive = only(folder, ".deb");
      Path unpacked = folder.resolve("unpacked");
      command(List.of("dpkg-deb", "-x", archive.toString(), unpacked.toString()));
      return place(unpacked);
    } finally {
      delete(folder);
    }
  }

  /** The series that there are. */
  private List<String> offered() {
    try {
      return packages().stream().map(DebianKernels::series).distinct().sorted().toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private List<String> packages() throws IOException {
    return apt("apt-cache", List.of("pkgnames", "linux-"))
        .lines()
        .filter(name -> PACKAGE.matcher(name).matches())
        .toList();
  }

  private static String series(String name) {
    Matcher matcher = PACKAGE.matcher(name);
    return matcher.matches() ? matcher.group(2) : "";
  }

  /** Numbers as numbers: 6.12.9 comes before 6.12.48. */
  private static String version(String name) {
    Matcher matcher = PACKAGE.matcher(name);
    return Pattern.compile("\\d+")
        .matcher(matcher.matches() ? matcher.group(1) : "")
        .replaceAll(
            number -> "0".repeat(Math.max(0, 6 - number.group().length())) + number.group());
  }

  private KernelImages.Image place(Path unpacked) throws IOException {
    Path vmlinuz;
    try (Stream<Path> files = Files.walk(unpacked)) {
      vmlinuz =
          files
              .filter(file -> file.getFileName().toString().startsWith(KernelImages.VMLINUZ))
              .findFirst()
              .orElseThrow(() -> new IOException("the package holds no kernel image"));
    }
    String kernel = kernelOf(vmlinuz);
    Path target = images.folder().resolve(kernel);
    Files.createDirectories(target);
    Path image = target.resolve(KernelImages.VMLINUZ);
    Files.move(vmlinuz, image, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return new KernelImages.Image(kernel, image);
  }

  /** {@code boot/vmlinuz-RELEASE}, or {@code usr/lib/modules/RELEASE/vmlinuz}. */
  private static String kernelOf(Path vmlinuz) {
    String name = vmlinuz.getFileName().toString();
    return name.equals(KernelImages.VMLINUZ)
        ? vmlinuz.getParent().getFileName().toString()
        : name.substring(KernelImages.VMLINUZ.length() + 1);
  }

  private static Path only(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .findFirst()
          .orElseThrow(() -> new IOException("apt-get has fetched nothing"));
    }
  }

  private String apt(String program, List<String> arguments) throws IOException {
    return apt(program, arguments, work);
  }

  private String apt(String program, List<String> arguments, Path in) throws IOException {
    List<String> command = new ArrayList<>(List.of(program));
    for (String option :
        List.of(
            "Dir::Etc::SourceList=" + work.resolve("sources.list"),
            "Dir::Etc::SourceParts=/dev/null",
            "Dir::State::Lists=" + work.resolve("lists"),
            "Dir::Cache=" + work.resolve("cache"),
            "APT::Sandbox::User=root")) {
      command.addAll(List.of("-o", option));
    }
    command.addAll(arguments);
    return command(command, in);
  }

  private static String command(List<String> command) throws IOException {
    return command(command, Path.of("."));
  }

  private static String command(List<String> command, Path in) throws IOException {
    Process process;
    try {
      process =
          new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true).start();
    } catch (IOException missing) {
      throw new IOException("there is no " + command.get(0) + " on this machine", missing);
    }
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(command.get(0) + " fails: " + lastLine(said));
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    return said;
  }

  private static String lastLine(String text) {
    return text.strip().lines().reduce((one, next) -> next).orElse("it says nothing");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
