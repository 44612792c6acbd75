package org.vmacheck.checks.book;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.vmacheck.checks.book.grammar.PageLexer;
import org.vmacheck.checks.book.grammar.PageParser;
import org.vmacheck.checks.input.Nearest;
import org.vmacheck.checks.syscall.MapFlag;
import org.vmacheck.checks.syscall.SystemCall;

/** Reads pages. What it returns can be judged: a page that means nothing is refused here. */
public final class PageReader {

  private static final int MOST_THREADS = 8;
  private static final int MOST_PAGES = 64;
  private static final int PAGES_PER_TABLE = 2;

  private final CommonTokenStream tokens;
  private final Map<String, Integer> files = new LinkedHashMap<>();

  private PageReader(CommonTokenStream tokens) {
    this.tokens = tokens;
  }

  /**
   * Reads one page.
   *
   * @param source where the text is from
   * @throws PageFailure if it is no page, or one that means nothing
   */
  public static Page read(String source, String text) {
    PageParser parser = parser(text);
    PageParser.PageContext tree = parser.page();
    Page page =
        new PageReader((CommonTokenStream) parser.getTokenStream()).page(source, text, tree);
    InitialState.check(page);
    return page;
  }

  /**
   * Reads calls that stand one after another, with semicolons between them.
   *
   * @throws PageFailure if they are not that
   */
  public static List<SystemCall> calls(String text) {
    return statements(text).stream().map(Statement::call).toList();
  }

  /**
   * The same, each with its place.
   *
   * @throws PageFailure if they are not that
   */
  public static List<Statement> statements(String text) {
    return parser(text).calls().call().stream()
        .map(call -> new Statement(Place.of(call), "", Readings.call(call)))
        .toList();
  }

  private static PageParser parser(String text) {
    PageLexer lexer = new PageLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    lexer.addErrorListener(new FirstError());
    PageParser parser = new PageParser(new CommonTokenStream(lexer));
    parser.removeErrorListeners();
    parser.addErrorListener(new FirstError());
    return parser;
  }

  private Page page(String source, String text, PageParser.PageContext tree) {
    List<Heading> headings = headings(tree.heading());
    Initial initial = initial(tree.init());
    List<ThreadText> threads = threads(tree.thread(), initial.forks());
    if (threads.isEmpty()) {
      throw new PageFailure(
          Place.of(tree.EOF().getSymbol()), "there is no thread: expected P0 { ... }");
    }
    checkOutside(threads);
    int pages = pages(initial, threads);
    Condition condition =
        tree.condition() == null
            ? Condition.NONE
            : new PropositionReader(initial, threads, mapped(initial, threads), pages)
                .condition(tree.condition());
    List<Expect> expects = new ExpectReader(headings).expects(tree.expect());
    if (!headings.isEmpty() && expects.isEmpty()) {
      throw new PageFailure(
          Place.of(tree.EOF().getSymbol()), "a page with an id needs a line 'expect'");
    }
    return new Page(
        source,
        text,
        headings,
        initial,
        threads,
        condition,
        races(tree.intended()),
        expects,
        pages);
  }

  private static List<Heading> headings(List<PageParser.HeadingContext> contexts) {
    List<Heading> headings = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (PageParser.HeadingContext context : contexts) {
      if (!ids.add(context.id().getText())) {
        throw new PageFailure(
            Place.of(context.id()), context.id().getText() + " has a heading already");
      }
      headings.add(heading(context));
    }
    return headings;
  }

  private static Heading heading(PageParser.HeadingContext context) {
    Map<Integer, String> fields = new LinkedHashMap<>();
    for (PageParser.FieldContext field : context.field()) {
      if (fields.put(field.name.getType(), field.TEXT().getText().strip()) != null) {
        throw new PageFailure(Place.of(field), "'" + field.name.getText() + "' is there already");
      }
    }
    String sentence = context.STRING().getText();
    return new Heading(
        context.kind.getType() == PageParser.RACE ? Heading.Kind.RACE : Heading.Kind.CLAIM,
        context.id().getText(),
        sentence.substring(1, sentence.length() - 1),
        fields.getOrDefault(PageParser.SOURCE, ""),
        fields.getOrDefault(PageParser.REPORTED, ""),
        fields.getOrDefault(PageParser.FIXED, ""),
        fields.getOrDefault(PageParser.CVE, ""));
  }

  private Initial initial(PageParser.InitContext context) {
    List<Statement> calls = new ArrayList<>();
    List<Initial.Picture> pictures = new ArrayList<>();
    if (context == null) {
      return new Initial(files, calls, pictures);
    }
    for (PageParser.InitialContext one : context.initial()) {
      if (one instanceof PageParser.ObjectContext object) {
        file(object);
      } else {
        SystemCall call = Readings.call(((PageParser.SetupContext) one).call());
        checkFiles(Place.of(one), call);
        checkCached(Place.of(one), call);
        checkChild(Place.of(one), call, calls);
        calls.add(new Statement(Place.of(one), "", call));
      }
      // a comment on the same line
      Token next = tokens.get(one.getStop().getTokenIndex() + 1);
      picture(next, calls.size(), pictures);
    }
    return new Initial(files, calls, pictures);
  }

  /** Who becomes a child leaves the children of its parent behind. */
  private static void checkChild(Place at, SystemCall call, List<Statement> before) {
    boolean forked = before.stream().anyMatch(one -> one.call() instanceof SystemCall.Fork);
    if (call instanceof SystemCall.Child && !forked) {
      throw noChild(at);
    }
    if (call instanceof SystemCall.BecomeChild && forked) {
      throw new PageFailure(at, "become_child() loses the child: expected it before fork()");
    }
  }

  private static PageFailure noChild(Place at) {
    return new PageFailure(at, "there is no child yet: expected fork() before it");
  }

  private void picture(Token semicolon, int calls, List<Initial.Picture> pictures) {
    List<Token> hidden =
        tokens.getHiddenTokensToRight(semicolon.getTokenIndex(), PageLexer.COMMENTS);
    if (hidden == null || semicolon.getType() != PageLexer.SEMI) {
      return;
    }
    Token comment = hidden.get(0);
    String text = comment.getText().substring(1).strip();
    if (comment.getLine() == semicolon.getLine() && text.startsWith("|")) {
      pictures.add(new Initial.Picture(Place.of(comment), calls, text));
    }
  }

  private void file(PageParser.ObjectContext object) {
    String kind = object.NAME(1).getText();
    if (!kind.equals("file")) {
      throw new PageFailure(
          Place.of(object.NAME(1).getSymbol()), "no object '" + kind + "', expected file(pages)");
    }
    int pages = Numbers.of(object.NUMBER());
    if (pages < 1 || pages > MOST_PAGES) {
      throw new PageFailure(
          Place.of(object.NUMBER().getSymbol()), "a file has 1 to " + MOST_PAGES + " pages");
    }
    if (files.put(object.NAME(0).getText(), pages) != null) {
      throw new PageFailure(Place.of(object), object.NAME(0).getText() + " is defined already");
    }
  }

  private List<ThreadText> threads(List<PageParser.ThreadContext> contexts, boolean forkedBefore) {
    List<ThreadText> threads = new ArrayList<>();
    for (PageParser.ThreadContext context : contexts) {
      String expected = "P" + threads.size();
      if (!context.THREAD().getText().equals(expected)) {
        throw new PageFailure(
            Place.of(context),
            "expected thread " + expected + ", found '" + context.THREAD().getText() + "'");
      }
      if (threads.size() == MOST_THREADS) {
        throw new PageFailure(Place.of(context), "more than " + MOST_THREADS + " threads");
      }
      threads.add(thread(context, forkedBefore));
    }
    return threads;
  }

  private ThreadText thread(PageParser.ThreadContext context, boolean forkedBefore) {
    List<Statement> statements = new ArrayList<>();
    Set<String> results = new HashSet<>();
    boolean forked = forkedBefore;
    for (PageParser.StatementContext one : context.statement()) {
      String result = one.NAME() == null ? "" : one.NAME().getText();
      Place at = Place.of(one);
      if (!result.isEmpty() && !results.add(result)) {
        throw new PageFailure(at, "the result " + result + " is there already");
      }
      SystemCall call = Readings.call(one.call());
      checkFiles(at, call);
      checkCached(at, call);
      checkInThread(at, call, forked);
      if (statements.stream().anyMatch(before -> isTheLast(before.call()))) {
        throw new PageFailure(at, context.THREAD().getText() + " has come to its end before");
      }
      forked |= call instanceof SystemCall.Fork;
      statements.add(new Statement(at, result, call));
    }
    if (statements.isEmpty()) {
      throw new PageFailure(Place.of(context), context.THREAD().getText() + " does nothing");
    }
    return new ThreadText(Place.of(context), context.THREAD().getText(), statements);
  }

  private static void checkInThread(Place at, SystemCall call, boolean forked) {
    if (call instanceof SystemCall.Child && !forked) {
      throw noChild(at);
    }
    if (call instanceof SystemCall.Proc proc
        && !(proc.call() instanceof SystemCall.Smaps || proc.call() instanceof SystemCall.Maps)) {
      throw new PageFailure(
          at, "/proc has no file for that: expected proc(smaps(page)) or proc(maps())");
    }
    if (call instanceof SystemCall.Nomem nomem
        && !(nomem.call() instanceof SystemCall.Munmap
            || nomem.call() instanceof SystemCall.Mmap
            || nomem.call() instanceof SystemCall.Fork)) {
      throw new PageFailure(
          at, "only mmap(), munmap() and fork() are known to fail for lack of memory");
    }
    if (call instanceof SystemCall.Killed killed && !(killed.call() instanceof SystemCall.Fork)) {
      throw new PageFailure(at, "only fork() has killable waits that are modelled");
    }
    if (call instanceof SystemCall.BecomeChild) {
      throw new PageFailure(at, "become_child() is for init alone; a thread calls fork()");
    }
    if (call instanceof SystemCall.Mmap mmap && mmap.isShared() && mmap.isAnonymous()) {
      throw new PageFailure(at, "shared anonymous memory can only be mapped in init");
    }
  }

  private static void checkCached(Place at, SystemCall call) {
    if (call instanceof SystemCall.Cached cached
        && !(cached.call() instanceof SystemCall.Read
            || cached.call() instanceof SystemCall.Write)) {
      throw new PageFailure(
          at, "a processor keeps translations of loads and stores: expected cached(read(page))");
    }
  }

  private static boolean isTheLast(SystemCall call) {
    return call instanceof SystemCall.Exit || call instanceof SystemCall.Killed;
  }

  /** Where a process ends, its threads are those that end. */
  private static void checkOutside(List<ThreadText> threads) {
    if (threads.stream().noneMatch(ThreadText::exits)) {
      return;
    }
    for (ThreadText thread : threads) {
      for (Statement statement : thread.statements()) {
        if (!thread.exits() && !ThreadText.isOutside(statement.call())) {
          throw new PageFailure(
              statement.at(),
              thread.name() + " works in a process that ends, so it must end with exit(), too");
        }
      }
    }
  }

  private void checkFiles(Place at, SystemCall call) {
    String file = "";
    if (call instanceof SystemCall.Mmap mmap) {
      file = mmap.file();
    } else if (call instanceof SystemCall.Collapse collapse) {
      file = collapse.file();
      checkRange(at, collapse);
    } else if (call instanceof SystemCall.RmapRead walk) {
      file = walk.file();
    } else if (call instanceof SystemCall.UprobeRegister uprobe) {
      file = uprobe.file();
      checkPage(at, file, uprobe.offset());
    } else if (call instanceof SystemCall.PunchHole hole) {
      file = hole.file();
      checkPage(at, file, hole.offset());
    } else if (call instanceof SystemCall.Truncate truncate) {
      file = truncate.file();
      checkPage(at, file, truncate.pages());
    } else if (call instanceof SystemCall.Migrate migrate) {
      file = migrate.file();
      checkPage(at, file, migrate.offset());
    } else if (call instanceof SystemCall.Child child) {
      checkFiles(at, child.call());
    }
    if (!file.isEmpty() && !files.containsKey(file)) {
      throw new PageFailure(at, "no file '" + file + "'" + known());
    }
  }

  private void checkPage(Place at, String file, int page) {
    Integer pages = files.get(file);
    if (pages != null && page >= pages) {
      throw new PageFailure(at, file + " has " + pages + " pages, and " + page + " is beyond them");
    }
  }

  private String known() {
    return files.isEmpty()
        ? "; expected a line like 'f = file(2);' in init"
        : "; there are " + String.join(", ", files.keySet());
  }

  private void checkRange(Place at, SystemCall.Collapse collapse) {
    Integer pages = files.get(collapse.file());
    if (pages == null) {
      throw new PageFailure(at, "no file '" + collapse.file() + "'" + known());
    }
    int offset = collapse.offset();
    if (offset % PAGES_PER_TABLE != 0 || offset + PAGES_PER_TABLE > pages) {
      throw new PageFailure(
          at,
          "a collapse takes "
              + PAGES_PER_TABLE
              + " pages from a multiple of that, and "
              + collapse.file()
              + " has "
              + pages);
    }
  }

  private static Set<String> races(List<PageParser.IntendedContext> contexts) {
    Set<String> races = new TreeSet<>();
    for (PageParser.IntendedContext context : contexts) {
      for (TerminalNode cell : context.NAME()) {
        String name = cell.getText();
        if (!Fields.names().contains(name)) {
          throw new PageFailure(
              Place.of(cell.getSymbol()),
              "no field '" + name + "'" + Nearest.among(name, Fields.names(), "fields"));
        }
        races.add(name);
      }
    }
    return races;
  }

  /** As many as anybody names, in whole page tables. */
  private static int pages(Initial initial, List<ThreadText> threads) {
    int pages = 1;
    for (Statement statement : statements(initial, threads)) {
      int end = statement.call().end();
      if (end > MOST_PAGES) {
        throw new PageFailure(
            statement.at(),
            "page "
                + (end - 1)
                + " is outside of the largest address space, which"
                + " has "
                + MOST_PAGES
                + " pages");
      }
      pages = Math.max(pages, end);
    }
    return (pages + PAGES_PER_TABLE - 1) / PAGES_PER_TABLE * PAGES_PER_TABLE;
  }

  private static Set<Integer> mapped(Initial initial, List<ThreadText> threads) {
    Set<Integer> mapped = new HashSet<>();
    for (Statement statement : statements(initial, threads)) {
      if (statement.call() instanceof SystemCall.Mmap mmap) {
        boolean grows = mmap.flags().contains(MapFlag.MAP_GROWSDOWN);
        add(mapped, grows ? 0 : mmap.range().start(), mmap.range().end());
      } else if (statement.call() instanceof SystemCall.Brk brk) {
        add(mapped, 0, brk.page().number());
      } else if (statement.call() instanceof SystemCall.CreateInitStackVma stack) {
        add(mapped, 0, stack.page().number() + 1);
      } else if (statement.call() instanceof SystemCall.Mremap mremap) {
        add(mapped, mremap.range().start(), mremap.range().start() + mremap.newPages());
        add(mapped, mremap.to().number(), mremap.to().number() + mremap.newPages());
      }
    }
    return mapped;
  }

  private static void add(Set<Integer> pages, int start, int end) {
    for (int page = start; page < end; page++) {
      pages.add(page);
    }
  }

  private static List<Statement> statements(Initial initial, List<ThreadText> threads) {
    List<Statement> all = new ArrayList<>(initial.calls());
    threads.forEach(thread -> all.addAll(thread.statements()));
    return all;
  }
}
