package org.vmacheck.checks.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vmacheck.checks.engine.MemoryModelName;

/** The explorer against the oracle, on programs drawn by chance. */
class AgreementTest {

  private static final int PROGRAMS = 400;

  @Test
  void underScItSeesEachExecutionOfTheInterleaverOnce() {
    for (long seed = 0; seed < PROGRAMS; seed++) {
      TinyProgram program = TinyProgram.draw(seed, seed % 2 == 0);
      Interleaver oracle = Interleaver.sequential(program);

      Exploration explored = new Exploration(program, MemoryModelName.SC);

      assertThat(explored.states).as("%d: %s", seed, program).isEqualTo(oracle.states);
      assertThat(explored.executions)
          .as("%d: %s", seed, program)
          .isEqualTo(oracle.executions.size());
      assertThat(explored.deadlock).as("%d: %s", seed, program).isEqualTo(oracle.deadlock);
    }
  }

  @Test
  void underTsoItSeesEachExecutionOfTheStoreBuffersOnce() {
    for (long seed = 0; seed < PROGRAMS; seed++) {
      TinyProgram program = TinyProgram.draw(seed, seed % 2 == 0);
      Interleaver oracle = Interleaver.withStoreBuffers(program);

      Exploration explored = new Exploration(program, MemoryModelName.TSO);

      assertThat(explored.states).as("%d: %s", seed, program).isEqualTo(oracle.states);
      assertThat(explored.executions)
          .as("%d: %s", seed, program)
          .isEqualTo(oracle.executions.size());
      assertThat(explored.deadlock).as("%d: %s", seed, program).isEqualTo(oracle.deadlock);
    }
  }

  @Test
  void aWeakerModelAllowsAllThatAStrongerOneDoes() {
    for (long seed = 0; seed < PROGRAMS; seed++) {
      TinyProgram program = TinyProgram.draw(seed, seed % 2 == 0);

      Exploration sc = new Exploration(program, MemoryModelName.SC);
      Exploration tso = new Exploration(program, MemoryModelName.TSO);
      Exploration lkmm = new Exploration(program, MemoryModelName.LKMM);

      assertThat(tso.states).as("%d: %s", seed, program).containsAll(sc.states);
      assertThat(lkmm.states).as("%d: %s", seed, program).containsAll(tso.states);
    }
  }
}
