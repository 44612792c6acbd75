package org.vmacheck.checks.lkmm;

/** The axioms, named and ordered as in the paper; the last is for plain accesses. */
public enum Axiom {
  /** Each location by itself is sequentially consistent. */
  COHERENCE("coherence"),
  /** No foreign write comes between the read and the write of a read-modify-write. */
  ATOMICITY("atomic"),
  /** What must happen earlier does. */
  HAPPENS_BEFORE("happens-before"),
  /** What strong fences have made visible everywhere stays so. */
  PROPAGATION("propagation"),
  /** A grace period does not fit into a read-side critical section. */
  RCU("rcu"),
  /** Plain accesses that are ordered see each other accordingly. */
  PLAIN_COHERENCE("plain-coherence");

  private final String catName;

  Axiom(String catName) {
    this.catName = catName;
  }

  /** The name of the check in {@code linux-kernel.cat}. */
  public String catName() {
    return catName;
  }
}
