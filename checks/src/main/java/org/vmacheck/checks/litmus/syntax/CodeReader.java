package org.vmacheck.checks.litmus.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.vmacheck.checks.litmus.grammar.LitmusParser;
import org.vmacheck.checks.litmus.grammar.LitmusParser.BinaryContext;
import org.vmacheck.checks.litmus.grammar.LitmusParser.CallContext;
import org.vmacheck.checks.litmus.grammar.LitmusParser.ExpressionContext;
import org.vmacheck.checks.litmus.grammar.LitmusParser.OperandContext;
import org.vmacheck.checks.litmus.grammar.LitmusParser.StatementContext;
import org.vmacheck.checks.litmus.grammar.LitmusParser.UnaryContext;
import org.vmacheck.checks.litmus.syntax.Statement.Assign;
import org.vmacheck.checks.litmus.syntax.Statement.Block;
import org.vmacheck.checks.litmus.syntax.Statement.Branch;
import org.vmacheck.checks.litmus.syntax.Statement.Evaluate;
import org.vmacheck.checks.litmus.syntax.Statement.Loop;
import org.vmacheck.checks.litmus.syntax.Statement.Store;
import org.vmacheck.checks.lkmm.Tag;

/** The code of threads. */
final class CodeReader {
  private static final Expression ZERO = new Expression.Constant(0);

  private CodeReader() {}

  static Block block(LitmusParser.BlockContext tree) {
    List<Statement> statements = new ArrayList<>();
    for (StatementContext statement : tree.statement()) {
      statements.add(statement(statement));
    }
    return new Block(statements);
  }

  private static Statement statement(StatementContext tree) {
    if (tree instanceof LitmusParser.NestedContext nested) {
      return block(nested.block());
    }
    if (tree instanceof LitmusParser.BranchContext branch) {
      Statement otherwise =
          branch.ELSE() == null ? new Block(List.of()) : statement(branch.statement(1));
      return new Branch(expression(branch.expression()), statement(branch.statement(0)), otherwise);
    }
    if (tree instanceof LitmusParser.LoopContext loop) {
      return new Loop(expression(loop.expression()), statement(loop.statement()));
    }
    if (tree instanceof LitmusParser.DeclarationContext declaration) {
      return declaration(declaration);
    }
    if (tree instanceof LitmusParser.AssignmentContext assignment) {
      return new Assign(assignment.NAME().getText(), expression(assignment.expression()));
    }
    if (tree instanceof LitmusParser.PlainStoreContext store) {
      return new Store(unary(store.unary()), expression(store.expression()), Tag.PLAIN);
    }
    if (tree instanceof LitmusParser.EvaluationContext evaluation) {
      return evaluation(evaluation.expression());
    }
    return new Block(List.of());
  }

  private static Statement declaration(LitmusParser.DeclarationContext tree) {
    List<Statement> assignments = new ArrayList<>();
    for (LitmusParser.DeclaratorContext declarator : tree.declarator()) {
      if (declarator.expression() != null) {
        assignments.add(
            new Assign(declarator.NAME().getText(), expression(declarator.expression())));
      }
    }
    return new Block(assignments);
  }

  private static Statement evaluation(ExpressionContext tree) {
    if (tree instanceof OperandContext operand && operand.unary() instanceof CallContext call) {
      try {
        Optional<Statement> known = Primitives.statement(name(call), arguments(call));
        return known.orElseThrow(() -> unknown(call));
      } catch (Primitives.BadArgument bad) {
        throw LitmusReader.abort(call, bad.getMessage());
      }
    }
    return new Evaluate(expression(tree));
  }

  private static Expression expression(ExpressionContext tree) {
    if (tree instanceof OperandContext operand) {
      return unary(operand.unary());
    }
    if (tree instanceof LitmusParser.ConjunctiveContext both) {
      return new Expression.Both(expression(both.expression(0)), expression(both.expression(1)));
    }
    if (tree instanceof LitmusParser.DisjunctiveContext either) {
      return new Expression.Either(
          expression(either.expression(0)), expression(either.expression(1)));
    }
    BinaryContext binary = (BinaryContext) tree;
    return new Expression.Binary(
        operator(binary.operator.getText(), binary),
        expression(binary.expression(0)),
        expression(binary.expression(1)));
  }

  private static Expression binary(Operator operator, Expression left, Expression right) {
    return new Expression.Binary(operator, left, right);
  }

  private static Operator operator(String symbol, ParserRuleContext at) {
    for (Operator operator : Operator.values()) {
      if (operator.symbol().equals(symbol)) {
        return operator;
      }
    }
    throw TreeReader.unsupported("operator " + symbol, at);
  }

  private static Expression unary(UnaryContext tree) {
    if (tree instanceof LitmusParser.ConstantContext constant) {
      return new Expression.Constant(TreeReader.integer(constant.integer()));
    }
    if (tree instanceof LitmusParser.RegisterContext register) {
      return new Expression.Register(register.NAME().getText());
    }
    if (tree instanceof LitmusParser.DereferenceContext dereference) {
      return new Expression.Load(unary(dereference.unary()), Tag.PLAIN);
    }
    if (tree instanceof LitmusParser.AddressOfContext addressOf) {
      if (unary(addressOf.unary()) instanceof Expression.Load load && load.tag() == Tag.PLAIN) {
        return load.address();
      }
      throw TreeReader.unsupported("address of a local variable", tree);
    }
    if (tree instanceof LitmusParser.NegativeContext not) {
      return binary(Operator.EQUAL, unary(not.unary()), ZERO);
    }
    if (tree instanceof LitmusParser.ComplementContext complement) {
      return binary(Operator.XOR, unary(complement.unary()), new Expression.Constant(-1));
    }
    if (tree instanceof LitmusParser.MinusContext minus) {
      return binary(Operator.SUBTRACT, ZERO, unary(minus.unary()));
    }
    if (tree instanceof LitmusParser.CastContext cast) {
      return unary(cast.unary());
    }
    if (tree instanceof LitmusParser.ParenthesizedContext parenthesized) {
      return expression(parenthesized.expression());
    }
    if (tree instanceof CallContext call) {
      try {
        return Primitives.expression(name(call), arguments(call)).orElseThrow(() -> unknown(call));
      } catch (Primitives.BadArgument bad) {
        throw LitmusReader.abort(call, bad.getMessage());
      }
    }
    throw TreeReader.unsupported("array", tree);
  }

  private static String name(CallContext call) {
    return call.NAME().getText();
  }

  private static List<Expression> arguments(CallContext call) {
    List<Expression> arguments = new ArrayList<>();
    for (ExpressionContext argument : call.expression()) {
      arguments.add(expression(argument));
    }
    return arguments;
  }

  private static UnsupportedConstruct unknown(CallContext call) {
    return TreeReader.unsupported(name(call) + "()", call);
  }
}
