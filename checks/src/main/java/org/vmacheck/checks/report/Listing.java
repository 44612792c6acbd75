package org.vmacheck.checks.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** A plain table of texts, the last column folded to what the output is wide. */
public final class Listing {

  /** What a column may have, but for the last, which gets the rest. */
  private static final int MOST = 28;

  private final List<Table.Head> heads;
  private final List<List<String>> rows = new ArrayList<>();

  public Listing(String... heads) {
    this.heads = Arrays.stream(heads).map(head -> Table.Head.folded(head, MOST)).toList();
  }

  /** Adds a row for each of them, with as many cells as there are heads. */
  public <T> Listing all(Collection<T> things, Function<? super T, List<String>> row) {
    things.forEach(thing -> rows.add(row.apply(thing)));
    return this;
  }

  /** The table with a line break at its end. */
  public String text() {
    return String.join("\n", new Table(heads, rows).lines(Width.ofOutput())) + "\n";
  }
}
