package org.vmacheck.checks.live.guest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A file system for a guest's memory: a cpio archive in the format "newc". */
final class Initramfs {

  private static final int DIRECTORY = 0040755;
  private static final int PROGRAM = 0100755;
  private static final int ALIGNMENT = 4;

  private int inode = 1;
  private final OutputStream out;

  private Initramfs(OutputStream out) {
    this.out = out;
  }

  /**
   * Writes the archive.
   *
   * @param folders in the order in which they are made
   * @param files executable ones, by their path
   */
  static void write(OutputStream out, Iterable<String> folders, Map<String, byte[]> files)
      throws IOException {
    Initramfs archive = new Initramfs(out);
    for (String folder : folders) {
      archive.entry(folder, DIRECTORY, new byte[0]);
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      archive.entry(file.getKey(), PROGRAM, file.getValue());
    }
    archive.entry("TRAILER!!!", 0, new byte[0]);
  }

  private void entry(String path, int mode, byte[] content) throws IOException {
    byte[] name = (path + "\0").getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    header.write("070701".getBytes(StandardCharsets.US_ASCII));
    int[] fields = {inode++, mode, 0, 0, 1, 0, content.length, 0, 0, 0, 0, name.length, 0};
    for (int field : fields) {
      header.write(String.format("%08X", field).getBytes(StandardCharsets.US_ASCII));
    }
    header.write(name);
    pad(header, header.size());
    out.write(header.toByteArray());
    out.write(content);
    pad(out, content.length);
  }

  private static void pad(OutputStream out, int written) throws IOException {
    for (int i = written; i % ALIGNMENT != 0; i++) {
      out.write(0);
    }
  }
}
