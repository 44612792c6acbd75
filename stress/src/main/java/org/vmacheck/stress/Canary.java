package org.vmacheck.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.J_Result;
import org.vmacheck.model.memory.Word;

/*
 * Do two threads run at the same time here at all?
 *
 *   T1                      T2
 *   word = word + 1         word = word + 1
 *
 * Two plain increments lose one of the two whenever they overlap. A run of JCStress in which that
 * never happens (one processor, actors one after the other, nothing ran) has not tested anything,
 * and no verdict of it is believed.
 */
@JCStressTest
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "One after the other.")
@Outcome(id = "1", expect = Expect.ACCEPTABLE_INTERESTING, desc = "An update was lost.")
@State
public class Canary {

  private final Word word = MemoryUnderTest.memory().word("word", 0);

  @Actor
  public void one() {
    word.plain(word.plain() + 1);
  }

  @Actor
  public void other() {
    word.plain(word.plain() + 1);
  }

  @Arbiter
  public void sum(J_Result r) {
    r.r1 = word.plain();
  }
}
