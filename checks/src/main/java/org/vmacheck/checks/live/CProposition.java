package org.vmacheck.checks.live;

import java.util.List;
import java.util.stream.Collectors;
import org.vmacheck.checks.book.Proposition;
import org.vmacheck.checks.syscall.SystemCall.Returns;
import org.vmacheck.model.mm.VmFlags;

/** Propositions as C expressions over what a round leaves, in the words of {@code race.h}. */
final class CProposition {

  private static final String HERE = "&here";

  private CProposition() {}

  static String of(Proposition proposition) {
    return expression(proposition, HERE);
  }

  private static String expression(Proposition proposition, String state) {
    if (proposition instanceof Proposition.Not not) {
      return "!(" + expression(not.inner(), state) + ")";
    } else if (proposition instanceof Proposition.And and) {
      return joined(and.parts(), " && ", "1", state);
    } else if (proposition instanceof Proposition.Or or) {
      return joined(or.parts(), " || ", "0", state);
    } else if (proposition instanceof Proposition.Guard guard) {
      return pageIs(state, guard.page(), 'G');
    } else if (proposition instanceof Proposition.Pte pte) {
      return pageIs(state, pte.page(), letter(pte.entry()));
    } else if (proposition instanceof Proposition.Mapped mapped) {
      return "is_mapped(" + state + ", " + mapped.page() + ")";
    } else if (proposition instanceof Proposition.Flag flag) {
      return "has_flag(" + state + ", " + flag.page() + ", \"" + shown(flag.flag()) + "\")";
    } else if (proposition instanceof Proposition.Flags flags) {
      return "flags_are("
          + state
          + ", "
          + flags.page()
          + ", \""
          + VmFlags.toString(flags.flags())
          + "\")";
    } else if (proposition instanceof Proposition.Vma vma) {
      return "covers(" + state + ", " + vma.page() + ", " + vma.start() + ", " + vma.end() + ")";
    } else if (proposition instanceof Proposition.Read read) {
      return "(" + state + ")->value[" + read.page() + "] == " + read.value();
    } else if (proposition instanceof Proposition.Result result) {
      return result(result);
    }
    Proposition.Child child = (Proposition.Child) proposition;
    String of = "[" + child.thread() + "]";
    return "(forked" + of + " && " + expression(child.inner(), "&children" + of + ".end") + ")";
  }

  /** Many kernels are built without soft-dirty, and their smaps has no {@code sd}. */
  private static String shown(long flag) {
    if (flag == VmFlags.SOFTDIRTY) {
      throw new NotExported("not every kernel has soft-dirty");
    }
    return VmFlags.toString(flag);
  }

  private static String joined(
      List<Proposition> parts, String operator, String none, String state) {
    return parts.isEmpty()
        ? none
        : parts.stream()
            .map(part -> expression(part, state))
            .collect(Collectors.joining(operator, "(", ")"));
  }

  private static String pageIs(String state, int page, char letter) {
    return "(" + state + ")->page[" + page + "] == '" + letter + "'";
  }

  private static char letter(Proposition.Entry entry) {
    return switch (entry) {
      case NONE -> '.';
      case GUARD -> 'G';
      case PRESENT -> 'P';
      case PINNED -> throw new NotExported("a pin is nothing that a program can see");
    };
  }

  private static String result(Proposition.Result result) {
    String at = "[" + result.thread() + "][" + result.statement() + "]";
    if (result.returns() != Returns.FLAGS) {
      return "result" + at + " == " + result.value();
    }
    String wanted = result.value() < 0 ? "-1" : VmFlags.toString(result.value());
    return "!strcmp(flags" + at + ", \"" + wanted + "\")";
  }
}
