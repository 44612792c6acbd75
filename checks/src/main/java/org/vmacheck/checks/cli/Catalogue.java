package org.vmacheck.checks.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.vmacheck.checks.book.Book;
import org.vmacheck.checks.book.Heading;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.engine.Engine;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.input.Nearest;

/** Everything that a command line can name. */
record Catalogue(Book book, List<Engine> engines) {

  /** A page, and the heading that it was asked for by. */
  record Entry(Heading heading, Page page) {

    /** {@code C60/guard-vs-mprotect}. */
    String address() {
      return heading.id() + "/" + page.slug();
    }
  }

  /** What vmacheck comes with. */
  static Catalogue shipped() {
    return new Catalogue(Book.shipped(), Engines.all());
  }

  /** Every page, by its first heading. */
  List<Entry> pages() {
    return book.pages().stream().map(page -> new Entry(page.headings().get(0), page)).toList();
  }

  /** Every claim of every page. */
  List<Entry> claims() {
    return entries(heading -> !heading.isRace());
  }

  private List<Entry> entries(Predicate<Heading> which) {
    return book.pages().stream()
        .flatMap(
            page -> page.headings().stream().filter(which).map(heading -> new Entry(heading, page)))
        .toList();
  }

  /**
   * The pages of claims, by id or address.
   *
   * @throws InputException if there is none, or if it is a race
   */
  List<Entry> claims(List<String> addresses) {
    return entries(addresses, Heading.Kind.CLAIM, "reproduce");
  }

  /** The pages of races, by id or address, or all for {@code all}. */
  List<Entry> races(List<String> addresses) {
    if (!addresses.contains("all")) {
      return entries(addresses, Heading.Kind.RACE, "check");
    }
    return entries(Heading::isRace);
  }

  /**
   * The pages of races, by CVE number.
   *
   * @throws InputException if no page has one of them
   */
  List<Entry> racesOf(List<String> cves) {
    List<Entry> all = races(List.of("all"));
    List<Entry> found = new ArrayList<>();
    for (String cve : cves) {
      List<Entry> of =
          all.stream().filter(entry -> numbers(entry).anyMatch(cve::equalsIgnoreCase)).toList();
      if (of.isEmpty()) {
        List<String> known = all.stream().flatMap(Catalogue::numbers).distinct().toList();
        throw new InputException(
            "no page reproduces '" + cve + "'" + Nearest.among(cve, known, "known numbers"));
      }
      found.addAll(of);
    }
    return found;
  }

  /** A race may have got several. */
  private static Stream<String> numbers(Entry entry) {
    return Stream.of(entry.heading().cve().split(",")).map(String::strip).filter(n -> !n.isEmpty());
  }

  /** The pages of claims and races, by id or address. */
  List<Entry> any(List<String> addresses) {
    List<Entry> found = new ArrayList<>();
    addresses.forEach(address -> found.addAll(named(address)));
    return found;
  }

  private List<Entry> entries(List<String> addresses, Heading.Kind kind, String otherCommand) {
    List<Entry> found = new ArrayList<>();
    for (String address : addresses) {
      List<Entry> named = named(address);
      if (named.stream().anyMatch(entry -> entry.heading().kind() != kind)) {
        Heading other = named.get(0).heading();
        throw new InputException(
            other.id()
                + " is a "
                + other.kind().text()
                + "; see it with: vmacheck "
                + otherCommand
                + " "
                + address);
      }
      found.addAll(named);
    }
    return found;
  }

  private List<Entry> named(String address) {
    String id = address.contains("/") ? address.substring(0, address.indexOf('/')) : address;
    List<Entry> found = new ArrayList<>();
    for (Page page : book.named(address)) {
      page.heading(id).ifPresent(heading -> found.add(new Entry(heading, page)));
    }
    if (found.isEmpty()) {
      throw unknown(id, address);
    }
    return found;
  }

  private InputException unknown(String id, String address) {
    List<Page> pages = book.named(id);
    if (!pages.isEmpty()) {
      List<String> slugs = pages.stream().map(page -> id + "/" + page.slug()).toList();
      return new InputException(
          "no page '" + address + "'" + Nearest.hint(address, slugs, "pages"));
    }
    return new InputException(
        "no claim or race '" + address + "'" + Nearest.hint(address, book.ids(), "claims"));
  }

  /** The engines of these names, or the default one if there are none. */
  List<Engine> engines(List<String> names) {
    if (names.isEmpty()) {
      return engines.subList(0, 1);
    }
    return names.stream().map(name -> named("engine", name, engines, Engine::name)).toList();
  }

  private static <T> T named(String what, String name, List<T> all, Function<T, String> id) {
    return all.stream()
        .filter(one -> id.apply(one).equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "no "
                        + what
                        + " '"
                        + name
                        + "'"
                        + Nearest.hint(name, all.stream().map(id).toList(), what + "s")));
  }
}
