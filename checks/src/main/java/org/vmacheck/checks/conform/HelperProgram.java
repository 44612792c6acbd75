package org.vmacheck.checks.conform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vmacheck.checks.live.CCompiler;
import org.vmacheck.checks.live.CSource;
import org.vmacheck.checks.live.TemporaryFolder;

/** The program that makes the system calls, compiled where it is needed, and gone afterwards. */
final class HelperProgram implements AutoCloseable {

  private static final String SOURCE = "conform.c";

  private final TemporaryFolder folder;

  private HelperProgram(TemporaryFolder folder) {
    this.folder = folder;
  }

  /**
   * Compiles it.
   *
   * @throws Unavailable if there is no compiler, or it does not compile it
   */
  static HelperProgram compile(List<String> options) throws Unavailable {
    CCompiler compiler = CCompiler.onPath().orElseThrow(() -> new Unavailable(CCompiler.MISSING));
    try {
      HelperProgram program = new HelperProgram(TemporaryFolder.named("vmacheck-conform"));
      try {
        compiler.compile(CSource.of(SOURCE), program.executable(), options);
        return program;
      } catch (IOException refused) {
        program.close();
        throw refused;
      }
    } catch (IOException e) {
      throw new Unavailable("the kernel's side cannot be compiled: " + e.getMessage(), e);
    }
  }

  Path executable() {
    return folder.resolve("conform");
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
