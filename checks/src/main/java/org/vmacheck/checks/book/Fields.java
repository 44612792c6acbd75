package org.vmacheck.checks.book;

import java.lang.reflect.Field;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.vmacheck.model.memory.KernelNames;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.AnonVma;
import org.vmacheck.model.mm.Folio;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;

/** The fields of the kernel's objects that a data race can be about. */
final class Fields {

  private static final Set<String> NAMES = new TreeSet<>();

  static {
    Stream.of(VmArea.class, MmStruct.class, AddressSpace.class, AnonVma.class, Folio.class)
        .flatMap(type -> Stream.of(type.getFields()))
        .filter(Fields::isCell)
        .forEach(field -> NAMES.add(KernelNames.snakeCase(field.getName())));
  }

  private Fields() {}

  private static boolean isCell(Field field) {
    return field.getType() == Word.class || field.getType() == Pointer.class;
  }

  /** {@code vm_flags}, {@code mm_lock_seq} ... */
  static Set<String> names() {
    return NAMES;
  }
}
