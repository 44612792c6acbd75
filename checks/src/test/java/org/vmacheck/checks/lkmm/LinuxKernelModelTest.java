package org.vmacheck.checks.lkmm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Executions built by hand; the litmus tests are the thorough examination. */
class LinuxKernelModelTest {
  private static final int X = 0;
  private static final int Y = 1;

  private final EventStructure events = new EventStructure(8);
  private final int initX = events.initialWrite(X);
  private final int initY = events.initialWrite(Y);

  @Test
  void storeBufferingIsAllowed() {
    int writeX = events.event(0, EventKind.WRITE, Tag.ONCE, X);
    int readY = events.event(0, EventKind.READ, Tag.ONCE, Y);
    int writeY = events.event(1, EventKind.WRITE, Tag.ONCE, Y);
    int readX = events.event(1, EventKind.READ, Tag.ONCE, X);

    assertThat(violated(edges(initY, readY, initX, readX), edges(initX, writeX, initY, writeY)))
        .isNull();
  }

  @Test
  void fullFencesForbidStoreBuffering() {
    int writeX = events.event(0, EventKind.WRITE, Tag.ONCE, X);
    events.event(0, EventKind.FENCE, Tag.MB, EventStructure.NOWHERE);
    int readY = events.event(0, EventKind.READ, Tag.ONCE, Y);
    int writeY = events.event(1, EventKind.WRITE, Tag.ONCE, Y);
    events.event(1, EventKind.FENCE, Tag.MB, EventStructure.NOWHERE);
    int readX = events.event(1, EventKind.READ, Tag.ONCE, X);

    assertThat(violated(edges(initY, readY, initX, readX), edges(initX, writeX, initY, writeY)))
        .isEqualTo(Axiom.PROPAGATION);
  }

  @Test
  void loadBufferingIsAllowedUntilBothWritesDependOnTheReads() {
    int readX = events.event(0, EventKind.READ, Tag.ONCE, X);
    int writeY = events.event(0, EventKind.WRITE, Tag.ONCE, Y);
    int readY = events.event(1, EventKind.READ, Tag.ONCE, Y);
    int writeX = events.event(1, EventKind.WRITE, Tag.ONCE, X);
    int[] rf = {writeX, readX, writeY, readY};
    int[] co = {initX, writeX, initY, writeY};

    events.data(readX, writeY);
    assertThat(violated(edges(rf), edges(co))).isNull();

    events.ctrl(readY, writeX);
    assertThat(violated(edges(rf), edges(co))).isEqualTo(Axiom.HAPPENS_BEFORE);
  }

  @Test
  void aReadThatGoesBackInCoherenceOrderIsForbidden() {
    int write = events.event(0, EventKind.WRITE, Tag.ONCE, X);
    int first = events.event(1, EventKind.READ, Tag.ONCE, X);
    int second = events.event(1, EventKind.READ, Tag.ONCE, X);

    assertThat(violated(edges(write, first, initX, second), edges(initX, write)))
        .isEqualTo(Axiom.COHERENCE);
  }

  @Test
  void noWriteComesBetweenTheHalvesOfAReadModifyWrite() {
    int read = events.atomicEvent(0, EventKind.READ, Tag.ONCE, X);
    int write = events.atomicEvent(0, EventKind.WRITE, Tag.ONCE, X);
    events.rmw(read, write);
    int foreign = events.event(1, EventKind.WRITE, Tag.ONCE, X);

    assertThat(violated(edges(initX, read), edges(initX, foreign, foreign, write, initX, write)))
        .isEqualTo(Axiom.ATOMICITY);
    assertThat(violated(edges(initX, read), edges(initX, write, write, foreign, initX, foreign)))
        .isNull();
  }

  @Test
  void aGracePeriodDoesNotFitIntoAReadSideCriticalSection() {
    events.event(0, EventKind.FENCE, Tag.RCU_LOCK, EventStructure.NOWHERE);
    int readX = events.event(0, EventKind.READ, Tag.ONCE, X);
    int readY = events.event(0, EventKind.READ, Tag.ONCE, Y);
    events.event(0, EventKind.FENCE, Tag.RCU_UNLOCK, EventStructure.NOWHERE);
    int writeY = events.event(1, EventKind.WRITE, Tag.ONCE, Y);
    events.event(1, EventKind.FENCE, Tag.SYNC_RCU, EventStructure.NOWHERE);
    int writeX = events.event(1, EventKind.WRITE, Tag.ONCE, X);

    assertThat(violated(edges(writeX, readX, initY, readY), edges(initX, writeX, initY, writeY)))
        .isEqualTo(Axiom.RCU);
  }

  @Test
  void aPlainReadOfWhatAnotherThreadWritesRaces() {
    int write = events.event(0, EventKind.WRITE, Tag.ONCE, X);
    int read = events.event(1, EventKind.READ, Tag.PLAIN, X);
    LinuxKernelModel model = new LinuxKernelModel(events);

    assertThat(model.dataRaces(edges(write, read), edges(initX, write)))
        .isEqualTo(edges(write, read));
    assertThat(model.dataRace(edges(initX, read), edges(initX, write))).isTrue();
  }

  @Test
  void releaseAndAcquireKeepPlainAccessesFromRacing() {
    int data = events.event(0, EventKind.WRITE, Tag.PLAIN, X);
    int release = events.event(0, EventKind.WRITE, Tag.RELEASE, Y);
    int acquire = events.event(1, EventKind.READ, Tag.ACQUIRE, Y);
    int read = events.event(1, EventKind.READ, Tag.PLAIN, X);
    Relation co = edges(initX, data, initY, release);
    LinuxKernelModel model = new LinuxKernelModel(events);

    assertThat(model.dataRace(edges(release, acquire, data, read), co)).isFalse();
    assertThat(model.violated(edges(release, acquire, initX, read), co))
        .contains(Axiom.PLAIN_COHERENCE);
  }

  @Test
  void moreThanSixtyFourEventsNeedMoreThanOneWordARow() {
    for (int i = 0; i < 70; i++) {
      events.event(2, EventKind.FENCE, Tag.BARRIER, EventStructure.NOWHERE);
    }
    fullFencesForbidStoreBuffering();
  }

  private Axiom violated(Relation rf, Relation co) {
    return new LinuxKernelModel(events).violated(rf, co).orElse(null);
  }

  private Relation edges(int... ends) {
    Relation result = new Relation(events.size());
    for (int i = 0; i < ends.length; i += 2) {
      result.add(ends[i], ends[i + 1]);
    }
    return result;
  }
}
