package org.vmacheck.checks.report;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table whose last column folds so that no line is wider than it may be. */
final class Table {

  /** Less than this is no column any more. */
  private static final int NARROWEST = 8;

  private static final int PADDING = 2;

  /**
   * One column.
   *
   * @param most how wide it may be; what is longer is folded
   */
  record Head(String text, HorizontalAlign align, int most) {

    static Head left(String text) {
      return folded(text, Integer.MAX_VALUE);
    }

    static Head folded(String text, int most) {
      return new Head(text, HorizontalAlign.LEFT, most);
    }

    static Head right(String text) {
      return new Head(text, HorizontalAlign.RIGHT, Integer.MAX_VALUE);
    }
  }

  private final List<Head> heads;
  private final List<List<String>> rows;

  Table(List<Head> heads, List<List<String>> rows) {
    this.heads = heads;
    this.rows = rows;
  }

  /** Whether every column gets what it wants. */
  boolean fits(int width) {
    return roomForLast(width) >= widest(heads.size() - 1);
  }

  /** How much the last column would get of a line. */
  private int roomForLast(int width) {
    int room = width - (heads.size() - 1);
    for (int column = 0; column < heads.size() - 1; column++) {
      room -= widest(column) + PADDING;
    }
    return room - PADDING;
  }

  /** The lines, without trailing blanks. */
  List<String> lines(int width) {
    int room = Math.max(NARROWEST, roomForLast(width));
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      boolean last = i == heads.size() - 1;
      columns.add(
          new Column()
              .header(heads.get(i).text())
              .headerAlign(heads.get(i).align())
              .dataAlign(heads.get(i).align())
              .maxWidth(
                  (last ? Math.min(room, longest(i)) : widest(i)) + PADDING,
                  OverflowBehaviour.NEWLINE));
    }
    return AsciiTable.builder()
        .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS_NO_OUTSIDE_BORDER)
        .data(
            columns.toArray(Column[]::new),
            rows.stream().map(row -> row.toArray(String[]::new)).toArray(String[][]::new))
        .asString()
        .lines()
        .map(String::stripTrailing)
        .collect(Collectors.toList());
  }

  private int widest(int column) {
    return Math.max(1, Math.min(longest(column), heads.get(column).most()));
  }

  private int longest(int column) {
    int widest = heads.get(column).text().length();
    for (List<String> row : rows) {
      widest = Math.max(widest, row.get(column).length());
    }
    return Math.max(1, widest);
  }
}
