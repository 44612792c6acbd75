package org.vmacheck.checks.engine.explore.graph;

/** A program made from another one: the same cells, and threads that differ. */
abstract class OtherThreads implements Threads {

  final Threads program;

  OtherThreads(Threads program) {
    this.program = program;
  }

  @Override
  public int count() {
    return program.count();
  }

  @Override
  public long initial(int location) {
    return program.initial(location);
  }

  @Override
  public int object(int location) {
    return program.object(location);
  }

  @Override
  public boolean leadsTo(int location, long value, int object) {
    return program.leadsTo(location, value, object);
  }

  @Override
  public boolean isAddress(int location, long value) {
    return program.isAddress(location, value);
  }

  @Override
  public boolean mayRace(int location) {
    return program.mayRace(location);
  }

  @Override
  public boolean daemon(int thread) {
    return program.daemon(thread);
  }
}
