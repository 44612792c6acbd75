package org.vmacheck.stress;

import java.io.IOException;
import java.util.List;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.ForkedTestConfig;
import org.openjdk.jcstress.infra.runners.Runner;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.infra.runners.TestList;
import org.openjdk.jcstress.os.AffinityMode;
import org.openjdk.jcstress.os.NodeType;
import org.openjdk.jcstress.os.SchedulingClass;

/**
 * Runs one JCStress test in this JVM, as a fork of JCStress would run it: the same generated
 * runner, but one JIT configuration and no pinning. Enough for a build to see that every test still
 * runs and that no forbidden outcome is easy to see; {@code vmacheck stress} looks for the others.
 */
final class InProcess {

  private InProcess() {}

  /**
   * @param test as META-INF/TestList has it
   * @param millis to run
   */
  static TestResult run(String test, int millis) throws IOException, ReflectiveOperationException {
    Options options =
        new Options(new String[] {"-time", Integer.toString(millis), "-iters", "1", "-c", "2"});
    if (!options.parse()) {
      throw new IllegalStateException("JCStress does not know these options");
    }
    TestInfo info = TestList.getInfo(test);
    SchedulingClass anywhere =
        new SchedulingClass(AffinityMode.NONE, info.threads(), NodeType.PACKAGE);
    TestConfig config = new TestConfig(options, info, 1, List.of(), 0, anywhere);
    Runner<?> runner =
        (Runner<?>)
            Class.forName(info.generatedRunner())
                .getConstructor(ForkedTestConfig.class)
                .newInstance(new ForkedTestConfig(config));
    TestResult result = runner.run();
    result.setConfig(config);
    return result;
  }
}
