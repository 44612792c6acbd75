package org.vmacheck.checks.live.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vmacheck.checks.live.TemporaryFolder;

/**
 * Kernels of Debian for virtual machines, from the mirror that this machine uses already. Nothing
 * is installed.
 */
public final class DebianKernels {

  private static final List<String> SUITES =
      List.of("experimental", "sid", "trixie-backports", "trixie", "bookworm");

  private static final String FLAVOUR = "-cloud-amd64";

  /** Packages with an image; those called image are empty where there are those called binary. */
  private static final Pattern PACKAGE =
      Pattern.compile("linux-(?:binary|image)-((\\d+\\.\\d+)[^-]*(?:-\\d+)?)" + FLAVOUR);

  private static final Comparator<String> OLDEST_FIRST =
      Comparator.comparing(DebianKernels::version)
          .thenComparing(name -> name.startsWith("linux-binary-"));

  private final Apt apt;
  private final KernelImages images;

  /** Kernels go into these images. */
  public DebianKernels(KernelImages images) {
    this(images, Path.of(""));
  }

  /**
   * @param programs where apt's programs are
   */
  DebianKernels(KernelImages images, Path programs) {
    this.images = images;
    this.apt = new Apt(images.folder().resolveSibling("apt"), programs);
  }

  /** Reads the lists of packages of the mirror. */
  public void update() throws IOException {
    apt.update(SUITES);
  }

  /**
   * Fetches the newest kernel of a series.
   *
   * @param series {@code 7.3}
   * @return the image, which may have been there before: it is not fetched again
   */
  public KernelImages.Image get(String series) throws IOException {
    String chosen = newest(series);
    String kernel = matcher(chosen).group(1) + FLAVOUR;
    Optional<KernelImages.Image> there =
        images.all().stream().filter(image -> image.kernel().equals(kernel)).findFirst();
    if (there.isPresent()) {
      return there.get();
    }
    try (TemporaryFolder folder = TemporaryFolder.in(apt.folder(), "get")) {
      apt.unpack(chosen, folder.path());
      return place(vmlinuz(folder.path(), chosen), kernel);
    }
  }

  private String newest(String series) throws IOException {
    List<String> offered =
        apt.packages("linux-").stream()
            .filter(name -> PACKAGE.matcher(name).matches())
            .sorted(OLDEST_FIRST)
            .toList();
    return offered.stream()
        .filter(name -> matcher(name).group(2).equals(series))
        .reduce((one, later) -> later)
        .orElseThrow(
            () ->
                new IOException(
                    "the mirror has no kernel "
                        + series
                        + "; it has "
                        + String.join(
                            ", ",
                            offered.stream()
                                .map(name -> matcher(name).group(2))
                                .distinct()
                                .toList())));
  }

  private static Matcher matcher(String name) {
    Matcher matcher = PACKAGE.matcher(name);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(name + " is no package of a kernel");
    }
    return matcher;
  }

  /** Numbers as numbers: 6.12.9 comes before 6.12.48. */
  private static String version(String name) {
    return Pattern.compile("\\d+")
        .matcher(matcher(name).group(1))
        .replaceAll(
            number -> "0".repeat(Math.max(0, 6 - number.group().length())) + number.group());
  }

  /** {@code boot/vmlinuz-RELEASE}, or {@code usr/lib/modules/RELEASE/vmlinuz}. */
  private static Path vmlinuz(Path unpacked, String name) throws IOException {
    try (Stream<Path> files = Files.walk(unpacked)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(KernelImages.VMLINUZ))
          .findFirst()
          .orElseThrow(() -> new IOException(name + " holds no kernel image"));
    }
  }

  private KernelImages.Image place(Path vmlinuz, String kernel) throws IOException {
    Path target = images.folder().resolve(kernel);
    Files.createDirectories(target);
    Path image = target.resolve(KernelImages.VMLINUZ);
    Files.move(vmlinuz, image, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return new KernelImages.Image(kernel, image);
  }
}
