package org.vmacheck.checks.live.guest;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The header of an x86 kernel image, as the boot protocol lays it out. */
final class KernelImage {

  private static final int MAGIC_AT = 0x202;
  private static final String MAGIC = "HdrS";
  private static final int VERSION_AT = 0x20E;
  private static final int SECTOR = 0x200;
  private static final int LONGEST = 128;

  private KernelImage() {}

  /** What the kernel calls itself, empty if the file is no such image. */
  static String kernel(Path image) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "r")) {
      if (file.length() < SECTOR + LONGEST || !MAGIC.equals(text(file, MAGIC_AT, MAGIC.length()))) {
        return "";
      }
      file.seek(VERSION_AT);
      int at = Short.toUnsignedInt(Short.reverseBytes(file.readShort()));
      return at == 0 ? "" : text(file, SECTOR + at, LONGEST).split("[ \0]", 2)[0];
    }
  }

  private static String text(RandomAccessFile file, long at, int length) throws IOException {
    file.seek(at);
    byte[] bytes = new byte[length];
    int read = Math.max(0, file.read(bytes));
    return new String(bytes, 0, read, StandardCharsets.ISO_8859_1);
  }
}
