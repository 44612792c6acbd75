package org.vmacheck.checks.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vmacheck.checks.input.InputException;

/**
 * All pages that vmacheck comes with, in the order of their chapters and files.
 *
 * @param pages each with at least one heading
 */
public record Book(List<Page> pages) {

  /** Of folders in the order of the book, which is not that of the alphabet. */
  private static final List<String> CHAPTERS =
      List.of(
          "vma-lock",
          "flags-and-guards",
          "merge-and-split",
          "fork",
          "mremap",
          "faults",
          "stack-and-heap",
          "seals",
          "page-tables",
          "proc",
          "uffd",
          "hugetlb",
          "exit",
          "selftests");

  public Book {
    pages = List.copyOf(pages);
  }

  /** The book that this program was built with. */
  public static Book shipped() {
    try {
      URL root = Book.class.getResource("/book");
      URI uri = root.toURI();
      if (!uri.getScheme().equals("jar")) {
        return below(Path.of(uri));
      }
      try (FileSystem jar = open(uri)) {
        return below(jar.getPath("/book"));
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("the book cannot be read", e);
    }
  }

  private static FileSystem open(URI jar) throws IOException {
    try {
      return FileSystems.newFileSystem(jar, Map.of());
    } catch (FileSystemNotFoundException e) {
      throw new IOException(e);
    }
  }

  private static Book below(Path root) throws IOException {
    checkChapters(root);
    List<Page> pages = new ArrayList<>();
    for (String chapter : CHAPTERS) {
      Path folder = root.resolve(chapter);
      if (!Files.isDirectory(folder)) {
        continue;
      }
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(file -> file.toString().endsWith(".mm"))
            .sorted(Book::byNumber)
            .forEach(file -> pages.add(page(chapter, file)));
      }
    }
    return new Book(pages);
  }

  /** A page in a folder that is no chapter would never be asked. */
  private static void checkChapters(Path root) throws IOException {
    try (Stream<Path> folders = Files.list(root)) {
      folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString().replace("/", ""))
          .filter(folder -> !CHAPTERS.contains(folder))
          .findFirst()
          .ifPresent(
              folder -> {
                throw new IllegalStateException("book/" + folder + " is no chapter of the book");
              });
    }
  }

  private static int byNumber(Path one, Path other) {
    return sortable(one).compareTo(sortable(other));
  }

  /** Numbers of ids are compared as numbers: C9 comes before C61. */
  private static String sortable(Path file) {
    String name = file.getFileName().toString();
    StringBuilder padded = new StringBuilder();
    int digits = 0;
    while (1 + digits < name.length() && Character.isDigit(name.charAt(1 + digits))) {
      digits++;
    }
    return padded
        .append(name.charAt(0))
        .append("0".repeat(Math.max(0, 4 - digits)))
        .append(name.substring(1))
        .toString();
  }

  private static Page page(String chapter, Path file) {
    String source = "book/" + chapter + "/" + file.getFileName();
    try {
      return PageReader.read(source, Files.readString(file, StandardCharsets.UTF_8));
    } catch (PageFailure failure) {
      throw new InputException(failure.in(source), failure);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The chapter of a page: the folder that it is in. */
  public static String chapter(Page page) {
    String[] parts = page.source().split("/");
    return parts.length > 2 ? parts[parts.length - 2] : "";
  }

  /** The pages of an id, or the one page of an address: {@code C61}, {@code C61/guard-vs-mlock}. */
  public List<Page> named(String address) {
    int slash = address.indexOf('/');
    String id = slash < 0 ? address : address.substring(0, slash);
    String slug = slash < 0 ? "" : address.substring(slash + 1);
    return pages.stream()
        .filter(page -> page.heading(id).isPresent())
        .filter(page -> slug.isEmpty() || page.slug().equalsIgnoreCase(slug))
        .toList();
  }

  /** Every id, in the order of the pages. */
  public List<String> ids() {
    return headings().stream().map(Heading::id).distinct().toList();
  }

  /** Every heading, in the order of the pages. */
  public List<Heading> headings() {
    return pages.stream().flatMap(page -> page.headings().stream()).toList();
  }
}
