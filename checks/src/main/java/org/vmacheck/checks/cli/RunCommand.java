package org.vmacheck.checks.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vmacheck.checks.book.Heading;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.book.PageFailure;
import org.vmacheck.checks.book.PageReader;
import org.vmacheck.checks.engine.Engine;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.model.release.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vmacheck run}: judges pages of one's own. */
@Command(
    name = "run",
    description = {
      "Judge pages of your own; docs/scenarios.md describes them.",
      "A page with no 'expect' needs --kernel, and is status 1 if it is violated."
    },
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  @ParentCommand private Vmacheck vmacheck;
  @Spec private CommandSpec spec;
  @Mixin private JudgeOptions options;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Pages, FILE.mm.")
  private List<Path> files;

  @Override
  public Integer call() throws Exception {
    List<Catalogue.Entry> entries = new ArrayList<>();
    for (Path file : files) {
      entries.add(entry(read(file)));
    }
    Asking asking = new Asking("run", options);
    for (Engine engine : options.engines(vmacheck.catalogue())) {
      for (MemoryModelName model : options.models(engine)) {
        entries.forEach(entry -> ask(asking, entry, engine, model));
      }
    }
    if (asking.inquiries().isEmpty()) {
      throw new InputException(
          "nothing to judge: "
              + files.get(0)
              + " expects nothing of these kernels under these models");
    }
    return new Judging(spec.commandLine().getOut(), options).run(asking.inquiries());
  }

  private void ask(Asking asking, Catalogue.Entry entry, Engine engine, MemoryModelName model) {
    Optional<List<Release>> patched = options.kernels().patched();
    List<Release> named = options.kernels().releases();
    if (patched.isPresent()) {
      asking.described(entry, patched.get(), engine, model);
    } else if (!entry.page().expects().isEmpty() && named.isEmpty()) {
      asking.expected(entry, engine, model, expect -> true);
    } else if (!named.isEmpty()) {
      asking.described(entry, named, engine, model);
    } else {
      throw new InputException(
          entry.page().source()
              + ": there is no line 'expect', so say which kernel to ask: --kernel 7.3");
    }
  }

  static Catalogue.Entry entry(Page page) {
    Heading heading =
        page.headings().isEmpty()
            ? new Heading(Heading.Kind.CLAIM, page.name(), page.sentence(), "", "", "", "")
            : page.headings().get(0);
    return new Catalogue.Entry(heading, page);
  }

  static Page read(Path file) throws IOException {
    try {
      return PageReader.read(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    } catch (PageFailure failure) {
      throw new InputException(failure.in(file.toString()), failure);
    } catch (NoSuchFileException missing) {
      throw new InputException("no such file: " + file, missing);
    } catch (CharacterCodingException binary) {
      throw new InputException(file + ": not a text in UTF-8", binary);
    } catch (IOException unreadable) {
      throw new InputException(file + ": cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }
}
