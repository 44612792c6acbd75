package org.vmacheck.checks.live.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetching kernels, with programs of apt that do as it does and need no network. */
class DebianKernelsTest {

  private static final String APT_GET =
      """
      echo "$@" >> %s/said
      case "$*" in
      *indextargets*) echo "Debian http://mirror.example/debian" ;;
      *download*) for name; do :; done; echo "$name" > "${name}_1_amd64.deb" ;;
      esac
      """;

  private static final String APT_CACHE =
      """
      echo linux-binary-7.3-cloud-amd64
      echo linux-image-7.3-cloud-amd64
      echo linux-image-6.12.9+deb13-cloud-amd64
      echo linux-image-6.12.48+deb13-cloud-amd64
      echo linux-image-6.12.48+deb13-cloud-amd64-dbg
      echo linux-image-7.2-amd64
      echo linux-libc-dev
      """;

  private static final String DPKG_DEB =
      """
      mkdir -p $3/boot
      cp $2 $3/boot/vmlinuz-whatever
      """;

  @TempDir private Path folder;
  private DebianKernels mirror;
  private KernelImages images;

  @BeforeEach
  void aMachineWithApt() throws IOException {
    program("apt-get", APT_GET.formatted(folder));
    program("apt-cache", APT_CACHE);
    program("dpkg-deb", DPKG_DEB);
    images = new KernelImages(folder.resolve("cache").resolve("kernels"));
    mirror = new DebianKernels(images, folder);
  }

  private void program(String name, String script) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private long downloads() throws IOException {
    try (Stream<String> said = Files.lines(folder.resolve("said"))) {
      return said.filter(line -> line.contains("download")).count();
    }
  }

  @Test
  void theNewestOfASeriesIsFetchedAndListed() throws IOException {
    mirror.update();
    KernelImages.Image image = mirror.get("6.12");
    assertThat(image.kernel()).isEqualTo("6.12.48+deb13-cloud-amd64");
    assertThat(image.vmlinuz()).hasContent("linux-image-6.12.48+deb13-cloud-amd64\n");
    assertThat(images.all()).containsExactly(image);
    assertThat(images.of("6.12")).contains(image);
    assertThat(images.of("6.1")).isEmpty();
  }

  @Test
  void thePackageWithTheImageIsTaken() throws IOException {
    mirror.update();
    assertThat(mirror.get("7.3").vmlinuz()).hasContent("linux-binary-7.3-cloud-amd64\n");
  }

  @Test
  void whatIsThereIsNotFetchedAgain() throws IOException {
    mirror.update();
    assertThat(mirror.get("7.3")).isEqualTo(mirror.get("7.3"));
    assertThat(downloads()).isEqualTo(1);
  }

  @Test
  void aSeriesThatTheMirrorDoesNotHaveIsOneLineWithThoseThatItHas() throws IOException {
    mirror.update();
    assertThatThrownBy(() -> mirror.get("7.2"))
        .hasMessage("the mirror has no kernel 7.2; it has 6.12, 7.3");
  }

  @Test
  void signaturesAreCheckedInFoldersOfItsOwnWithTheMirrorOfTheMachine() throws IOException {
    mirror.update();
    Path own = folder.resolve("cache").resolve("apt");
    assertThat(Files.readAllLines(own.resolve("sources.list")))
        .allMatch(line -> line.startsWith("deb [signed-by=/usr/share/keyrings/debian-archive"))
        .allMatch(line -> line.contains(" http://mirror.example/debian "));
    assertThat(Files.readString(folder.resolve("said")))
        .contains("Dir::State::Lists=" + own.resolve("lists"), "Dir::Cache=" + own.resolve("cache"))
        .doesNotContain("llow-unauthenticated", "llow-insecure");
  }

  @Test
  void aNetworkThatIsNotThereIsOneLine() throws IOException {
    program(
        "apt-get",
        """
        case "$*" in
        *indextargets*) echo "Debian http://mirror.example/debian" ;;
        *) echo "E: Failed to fetch it"; echo "E: Some index files failed"; exit 100 ;;
        esac
        """);
    assertThatThrownBy(mirror::update).hasMessage("apt-get fails: Failed to fetch it");
  }

  @Test
  void aMachineWithoutAptIsOneLine() throws IOException {
    Files.delete(folder.resolve("apt-get"));
    assertThatThrownBy(mirror::update).hasMessage("there is no apt-get on this machine");
  }

  @Test
  void aDownloadThatFailsLeavesNothing() throws IOException {
    mirror.update();
    program("dpkg-deb", "echo broken archive; exit 2\n");
    assertThatThrownBy(() -> mirror.get("7.3")).hasMessage("dpkg-deb fails: broken archive");
    assertThat(images.all()).isEqualTo(List.of());
    try (Stream<Path> left = Files.list(folder.resolve("cache").resolve("apt"))) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("cache", "lists", "sources.list");
    }
  }
}
