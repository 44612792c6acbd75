package org.vmacheck.checks.live.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vmacheck.checks.live.Child;

/**
 * apt with folders of its own: it reads the machine's mirror and keyring, and leaves the machine's
 * own lists and packages alone.
 */
final class Apt {

  private static final String KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg";

  private final Path work;
  private final Path programs;

  /**
   * @param work for its lists and its cache
   * @param programs where apt's programs are; relative and empty for those on the path
   */
  Apt(Path work, Path programs) {
    this.work = work;
    this.programs = programs;
  }

  /** Where packages can be put aside, on the same file system as all the rest. */
  Path folder() {
    return work;
  }

  /** Reads the lists of packages that the mirror has for these suites; signatures are checked. */
  void update(List<String> suites) throws IOException {
    String mirror = mirror();
    for (String folder : List.of("lists/partial", "cache/archives/partial")) {
      Files.createDirectories(work.resolve(folder));
    }
    Files.writeString(
        work.resolve("sources.list"),
        suites.stream()
            .map(suite -> "deb [signed-by=" + KEYRING + "] " + mirror + " " + suite + " main\n")
            .collect(Collectors.joining()));
    // without the mode, apt-get reports success where no list could be read
    own("apt-get", List.of("-o", "APT::Update::Error-Mode=any", "update", "-qq"), work);
  }

  /** The mirror of Debian that apt of this machine is set up with. */
  private String mirror() throws IOException {
    return run(List.of("apt-get", "indextargets", "--format", "$(ORIGIN) $(REPO_URI)"), Path.of(""))
        .lines()
        .filter(line -> line.startsWith("Debian "))
        .map(line -> line.substring("Debian ".length()))
        .filter(uri -> uri.matches(".*/debian/?"))
        .findFirst()
        .orElseThrow(() -> new IOException("apt of this machine has no mirror of Debian"));
  }

  /** The names of all packages that begin so. */
  List<String> packages(String prefix) throws IOException {
    return own("apt-cache", List.of("pkgnames", prefix), work).lines().toList();
  }

  /** Downloads a package into a folder, and unpacks it there. */
  void unpack(String name, Path folder) throws IOException {
    own("apt-get", List.of("download", "-qq", name), folder);
    Path archive;
    try (var files = Files.list(folder)) {
      archive =
          files
              .filter(file -> file.toString().endsWith(".deb"))
              .findFirst()
              .orElseThrow(() -> new IOException("apt-get has fetched nothing for " + name));
    }
    run(List.of("dpkg-deb", "-x", archive.toString(), folder.toString()), Path.of(""));
  }

  private String own(String program, List<String> arguments, Path in) throws IOException {
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
    return run(command, in);
  }

  private String run(List<String> named, Path in) throws IOException {
    List<String> command = new ArrayList<>(named);
    command.set(0, programs.resolve(named.get(0)).toString());
    try (Child child = Child.start(command, in)) {
      child.process().getOutputStream().close();
      byte[] output = child.process().getInputStream().readAllBytes();
      String said = new String(output, StandardCharsets.UTF_8);
      if (child.status() != 0) {
        throw new IOException(named.get(0) + " fails: " + reason(said));
      }
      return said;
    }
  }

  /** The first line that says what is wrong: those after it say that it is. */
  private static String reason(String said) {
    return said.lines()
        .filter(line -> line.startsWith("E: ") || line.startsWith("W: "))
        .map(line -> line.substring("E: ".length()))
        .findFirst()
        .or(() -> said.strip().lines().reduce((one, next) -> next))
        .orElse("it says nothing");
  }
}
