package org.vmacheck.checks.book;

import java.util.List;
import org.vmacheck.checks.scenario.Outcomes;

/** The end of one execution of a page, to be judged. */
public interface End {

  /** What the calls returned. */
  Outcomes outcomes();

  /**
   * What the user of the address space, and of its children, sees of it: of each page what a load
   * gives, what smaps says but sd, gu and ac, and whether it is a guard.
   */
  String seen();

  /** The same as propositions, gu and ac included. */
  List<Proposition> state();

  /** Whether something is true of it. */
  boolean holds(Proposition proposition);
}
