package org.vmacheck.checks.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An allocated object ({@code pte_table#2}), a cell of one ({@code vma#1.vm_flags}), or a cell of
 * no object ({@code frame[0]}). Memories make these names of what the model calls its objects and
 * cells; here is the one place that knows how they are built.
 *
 * @param type of the object, empty if there is none
 * @param number of the object among those of its type, from 1; 0 if there is none
 * @param field the cell, empty if the whole object is meant
 */
public record Location(String type, int number, String field) {

  /** Of a fence. */
  public static final Location NONE = new Location("", 0, "");

  private static final Pattern IN_AN_OBJECT = Pattern.compile("(\\w+)#(\\d+)(?:\\.(.+))?");
  private static final Pattern INDEX = Pattern.compile("\\[\\d+]$");

  /** By the name that a memory gave it. */
  public static Location of(String name) {
    Matcher matcher = IN_AN_OBJECT.matcher(name);
    if (!matcher.matches()) {
      return new Location("", 0, name);
    }
    String field = matcher.group(3) == null ? "" : matcher.group(3);
    return new Location(matcher.group(1), Integer.parseInt(matcher.group(2)), field);
  }

  /** Whether there is nothing: a fence has no location. */
  public boolean isNone() {
    return equals(NONE);
  }

  /** The object without the cell. */
  public Location object() {
    return new Location(type, number, "");
  }

  /** Whether both are in the same object. */
  public boolean isInObjectOf(Location other) {
    return number > 0 && number == other.number && type.equals(other.type);
  }

  /** Whether it is the same cell of an object of the same type. */
  public boolean isSameFieldAs(Location other) {
    return type.equals(other.type) && field.equals(other.field);
  }

  /**
   * What kind of thing it is, whichever one: {@code pte_table} for an object, {@code vm_flags} or
   * {@code pte} for a cell.
   */
  public String kind() {
    String name = field.isEmpty() ? type : field.substring(field.lastIndexOf('.') + 1);
    return INDEX.matcher(name).replaceFirst("");
  }

  /** As the memory named it. */
  @Override
  public String toString() {
    if (number == 0) {
      return field;
    }
    return type + "#" + number + (field.isEmpty() ? "" : "." + field);
  }
}
