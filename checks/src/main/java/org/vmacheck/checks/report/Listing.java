package org.vmacheck.checks.report;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A plain table of texts. */
public final class Listing {

  private static final int WIDEST_COLUMN = 60;

  private final String[] heads;
  private final List<String[]> rows = new ArrayList<>();

  public Listing(String... heads) {
    this.heads = heads.clone();
  }

  /** Adds a row for each of them, with as many cells as there are heads. */
  public <T> Listing all(Collection<T> things, Function<? super T, List<String>> row) {
    things.forEach(thing -> rows.add(row.apply(thing).toArray(String[]::new)));
    return this;
  }

  /** The table with a line break at its end. */
  public String text() {
    Column[] columns =
        Arrays.stream(heads)
            .map(
                head ->
                    new Column()
                        .header(head)
                        .headerAlign(HorizontalAlign.LEFT)
                        .dataAlign(HorizontalAlign.LEFT)
                        .maxWidth(WIDEST_COLUMN, OverflowBehaviour.NEWLINE))
            .toArray(Column[]::new);
    return AsciiTable.builder()
        .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS_NO_OUTSIDE_BORDER)
        .data(columns, rows.toArray(String[][]::new))
        .asString()
        .lines()
        .map(line -> line.stripTrailing() + "\n")
        .collect(Collectors.joining());
  }
}
