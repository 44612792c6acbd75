package org.vmacheck.checks.mutants;

import java.util.List;
import org.vmacheck.checks.book.Page;

/**
 * A mutation, and which pages come by its place.
 *
 * @param pages the quickest first
 */
public record Reached(Mutation mutation, List<Page> pages) {
  public Reached {
    pages = List.copyOf(pages);
  }
}
