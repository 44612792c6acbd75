package org.vmacheck.checks.book;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vmacheck.checks.book.grammar.PageParser;
import org.vmacheck.checks.input.Nearest;
import org.vmacheck.checks.syscall.SystemCall;
import org.vmacheck.checks.syscall.SystemCall.Returns;
import org.vmacheck.model.mm.VmFlags;

/** Conditions as the parser found them, made into propositions that can apply. */
final class PropositionReader {

  private static final List<String> PREDICATES = List.of("guard", "mapped", "flag", "child");
  private static final List<String> LOOKS = List.of("flags", "pte", "vma", "read");

  private final Initial initial;
  private final List<ThreadText> threads;
  private final Set<Integer> mapped;
  private final int pages;

  /**
   * @param mapped the pages that some call maps
   * @param pages of the address space
   */
  PropositionReader(Initial initial, List<ThreadText> threads, Set<Integer> mapped, int pages) {
    this.initial = initial;
    this.threads = threads;
    this.mapped = mapped;
    this.pages = pages;
  }

  Condition condition(PageParser.ConditionContext context) {
    Condition.Quantifier quantifier =
        context.quantifier == null
            ? Condition.Quantifier.NOT_EXISTS
            : context.quantifier.getType() == PageParser.FORALL
                ? Condition.Quantifier.FORALL
                : Condition.Quantifier.EXISTS;
    return new Condition(quantifier, proposition(context.proposition()));
  }

  private Proposition proposition(PageParser.PropositionContext context) {
    if (context instanceof PageParser.NegationContext not) {
      return new Proposition.Not(proposition(not.proposition()));
    } else if (context instanceof PageParser.GroupedContext grouped) {
      return proposition(grouped.proposition());
    } else if (context instanceof PageParser.ConjunctionContext and) {
      List<Proposition> parts = new ArrayList<>();
      and.proposition().forEach(part -> flatten(proposition(part), parts));
      return new Proposition.And(parts);
    } else if (context instanceof PageParser.DisjunctionContext or) {
      return new Proposition.Or(or.proposition().stream().map(this::proposition).toList());
    } else if (context instanceof PageParser.NestedContext nested) {
      return child(nested);
    } else if (context instanceof PageParser.PredicateContext predicate) {
      return predicate(predicate);
    }
    return equation((PageParser.EquationContext) context);
  }

  private static void flatten(Proposition part, List<Proposition> into) {
    if (part instanceof Proposition.And and) {
      into.addAll(and.parts());
    } else {
      into.add(part);
    }
  }

  private Proposition child(PageParser.NestedContext nested) {
    if (!nested.NAME().getText().equals("child")) {
      throw unknown(Place.of(nested), "predicate", nested.NAME().getText(), PREDICATES);
    }
    List<Integer> forking = new ArrayList<>();
    for (int thread = 0; thread < threads.size(); thread++) {
      if (threads.get(thread).statements().stream()
          .anyMatch(statement -> statement.call() instanceof SystemCall.Fork)) {
        forking.add(thread);
      }
    }
    if (forking.isEmpty() && initial.forks()) {
      // All threads have the same one.
      forking.add(0);
    }
    if (forking.size() != 1) {
      throw new PageFailure(
          Place.of(nested),
          forking.isEmpty()
              ? "there is no child: nobody calls fork()"
              : "which child? More than one thread calls fork()");
    }
    return new Proposition.Child(forking.get(0), proposition(nested.proposition()));
  }

  private Proposition predicate(PageParser.PredicateContext context) {
    String name = context.NAME().getText();
    Place at = Place.of(context);
    List<PageParser.OperandContext> operands = context.operand();
    return switch (name) {
      case "guard" -> new Proposition.Guard(page(one(operands, at, "guard(page)")));
      case "mapped" -> new Proposition.Mapped(page(one(operands, at, "mapped(page)")));
      case "flag" -> {
        if (operands.size() != 2) {
          throw new PageFailure(at, "expected flag(page, two letters as smaps prints them)");
        }
        String letters = operands.get(1).getText();
        yield new Proposition.Flag(
            page(operands.get(0)),
            Values.flag(letters)
                .orElseThrow(
                    () ->
                        unknown(
                            Place.of(operands.get(1)),
                            "flag",
                            letters,
                            VmFlags.smapsMnemonics().values())));
      }
      default ->
          throw LOOKS.contains(name)
              ? new PageFailure(at, name + "(page) is a value; expected " + name + "(page) = ...")
              : unknown(at, "predicate", name, PREDICATES);
    };
  }

  private static PageParser.OperandContext one(
      List<PageParser.OperandContext> operands, Place at, String usage) {
    if (operands.size() != 1) {
      throw new PageFailure(at, "expected " + usage);
    }
    return operands.get(0);
  }

  private Proposition equation(PageParser.EquationContext equation) {
    if (equation.term() instanceof PageParser.ResultContext result) {
      return result(result, equation.value());
    }
    PageParser.LookContext look = (PageParser.LookContext) equation.term();
    PageParser.ValueContext value = equation.value();
    String name = look.NAME().getText();
    return switch (name) {
      case "flags" -> new Proposition.Flags(page(look.operand()), flags(value));
      case "pte" -> new Proposition.Pte(page(look.operand()), entry(value));
      case "vma" -> vma(look, value);
      case "read" -> new Proposition.Read(page(look.operand()), value(value, Returns.VALUE));
      default ->
          throw PREDICATES.contains(name)
              ? new PageFailure(Place.of(look), name + "(page) is true or false, it equals nothing")
              : unknown(Place.of(look), "value", name, LOOKS);
    };
  }

  private Proposition vma(PageParser.LookContext look, PageParser.ValueContext value) {
    if (value.LBRACKET() == null) {
      throw new PageFailure(Place.of(value), "expected a range, [start, end)");
    }
    int start = Numbers.of(value.NUMBER(0));
    int end = Numbers.of(value.NUMBER(1));
    if (start >= end || end > pages) {
      throw new PageFailure(
          Place.of(value), "no VMA can cover [" + start + ", " + end + ") of " + pages + " pages");
    }
    return new Proposition.Vma(page(look.operand()), start, end);
  }

  private Proposition result(PageParser.ResultContext context, PageParser.ValueContext value) {
    Place at = Place.of(context);
    int thread = thread(context);
    List<Statement> statements = threads.get(thread).statements();
    String name = context.NAME().getText();
    for (int i = 0; i < statements.size(); i++) {
      if (statements.get(i).result().equals(name)) {
        Returns returns = statements.get(i).call().returns();
        long wanted =
            switch (returns) {
              case FLAGS -> flags(value);
              case PAGES -> pages(value);
              default -> value(value, returns);
            };
        return new Proposition.Result(thread, i, name, returns, wanted);
      }
    }
    List<String> known =
        statements.stream().map(Statement::result).filter(result -> !result.isEmpty()).toList();
    throw new PageFailure(
        at,
        "thread P"
            + thread
            + " has no result '"
            + name
            + "'"
            + (known.isEmpty() ? "; it names none" : Nearest.among(name, known, "its results")));
  }

  private int thread(PageParser.ResultContext context) {
    int number = Numbers.of(context.NUMBER());
    if (number >= threads.size()) {
      throw new PageFailure(
          Place.of(context), "there is no thread P" + number + "; there are " + threads.size());
    }
    return number;
  }

  private static long flags(PageParser.ValueContext value) {
    if (value.STRING() != null) {
      String text = value.STRING().getText();
      Optional<Long> flags = Values.flags(text.substring(1, text.length() - 1));
      if (flags.isPresent()) {
        return flags.get();
      }
    }
    if (value.MINUS() != null && value.getText().equals("-1")) {
      return -1;
    }
    throw new PageFailure(
        Place.of(value),
        "expected flags as smaps prints them, in quotes, found '" + value.getText() + "'");
  }

  private static long pages(PageParser.ValueContext value) {
    if (value.STRING() != null) {
      String text = value.STRING().getText();
      Optional<Long> pages = Values.pages(text.substring(1, text.length() - 1));
      if (pages.isPresent()) {
        return pages.get();
      }
    }
    throw new PageFailure(
        Place.of(value),
        "expected pages, an x for one that is printed and a . for one that is not, as \"xx.x\","
            + " found '"
            + value.getText()
            + "'");
  }

  private static Proposition.Entry entry(PageParser.ValueContext value) {
    return Stream.of(Proposition.Entry.values())
        .filter(entry -> entry.text().equals(value.getText()))
        .findFirst()
        .orElseThrow(
            () ->
                unknown(
                    Place.of(value),
                    "kind of entry",
                    value.getText(),
                    Stream.of(Proposition.Entry.values())
                        .map(Proposition.Entry::text)
                        .collect(Collectors.toList())));
  }

  private static long value(PageParser.ValueContext value, Returns returns) {
    boolean negative = value.MINUS() != null;
    if (value.NUMBER().size() == 1) {
      long number = Numbers.of(value.NUMBER(0));
      return negative ? -number : number;
    }
    if (value.NAME() != null) {
      String name = value.NAME().getText();
      List<String> known = new ArrayList<>();
      Values.known(negative).forEach(known::add);
      return Values.named(name, negative)
          .orElseThrow(() -> unknown(Place.of(value), "value", name, known));
    }
    throw new PageFailure(
        Place.of(value),
        returns == Returns.VALUE
            ? "expected a content or a signal, found '" + value.getText() + "'"
            : "expected a number or an error, found '" + value.getText() + "'");
  }

  private int page(PageParser.OperandContext operand) {
    Place at = Place.of(operand);
    if (threads.stream().anyMatch(ThreadText::exits)) {
      throw new PageFailure(at, "the address space is gone at the end: only results can be asked");
    }
    if (operand.NUMBER() == null) {
      throw new PageFailure(at, "expected a page, found '" + operand.getText() + "'");
    }
    int page = Numbers.of(operand.NUMBER());
    if (page >= pages) {
      throw new PageFailure(
          at,
          "page "
              + page
              + " is outside of the address space, which has the pages 0 to "
              + (pages - 1));
    }
    if (!mapped.contains(page)) {
      throw new PageFailure(at, "page " + page + " is never mapped, so nothing can be said of it");
    }
    return page;
  }

  private static PageFailure unknown(
      Place at, String what, String found, Collection<String> known) {
    String hint = Nearest.among(found, known, what + "s");
    String all = hint.isEmpty() ? "; there are " + String.join(", ", known) : hint;
    return new PageFailure(at, "no " + what + " '" + found + "'" + all);
  }
}
