package org.vmacheck.checks.engine;

/** Which executions an engine that visits all of them comes to first. */
public enum SearchOrder {
  /** As they come. */
  AS_THEY_COME,

  /**
   * Those first in which few steps depart from the order that writes come in. A search whose budget
   * ends then says what it has seen all of, for a price: it comes by many steps more than once.
   */
  FEW_DEPARTURES_FIRST
}
