package org.vmacheck.checks.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.vmacheck.checks.engine.Engine;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.scenario.Setup;

/** A vmacheck whose engine answers the first question and never the second. */
final class SlowVmacheck {

  static final String SECOND_QUESTION = "asked for the second time";

  private SlowVmacheck() {}

  public static void main(String[] args) {
    String[] check = new String[args.length + 1];
    check[0] = "check";
    System.arraycopy(args, 0, check, 1, args.length);
    System.exit(
        Vmacheck.run(
            Fixtures.catalogue(new Slow()),
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            check));
  }

  private static final class Slow implements Engine {
    private int asked;

    @Override
    public String name() {
      return "slow";
    }

    @Override
    public Verdict judge(Setup setup, Settings settings) {
      asked++;
      if (asked == 1) {
        return Fixtures.holds();
      }
      System.out.println(SECOND_QUESTION);
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
      }
      return Fixtures.holds();
    }
  }
}
