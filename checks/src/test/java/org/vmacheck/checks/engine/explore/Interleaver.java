package org.vmacheck.checks.engine.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vmacheck.checks.engine.explore.TinyProgram.Instruction;

/**
 * Runs a tiny program in every order of its steps, on memory alone or with a store buffer for each
 * thread, and knows nothing else: the oracle for the explorer.
 */
final class Interleaver {

  private final TinyProgram program;
  private final boolean buffers;

  /** The states that the program ends in, each a list as {@link TinyProgram#on} makes it. */
  final Set<List<Long>> states = new HashSet<>();

  /** Reads-from and coherence of the runs that end. */
  final Set<String> executions = new HashSet<>();

  boolean deadlock;

  private final int n;
  private final int[] pc;
  private final long[] seen;
  private final long[] last;
  private final long[] memory = new long[TinyProgram.WORDS + 1];
  private final List<List<long[]>> queues = new ArrayList<>();
  private final String[] reads;

  /** The first read of a wait with two, whose second is to come; null outside of one. */
  private final HalfWait[] half;

  private record HalfWait(long value, String readsBefore) {}

  private final String[] writer = new String[TinyProgram.WORDS + 1];
  private final String[] co = new String[TinyProgram.WORDS + 1];
  private final Set<String> visited = new HashSet<>();

  private Interleaver(TinyProgram program, boolean buffers) {
    this.program = program;
    this.buffers = buffers;
    n = program.threads().size();
    pc = new int[n];
    seen = new long[n];
    last = new long[n];
    reads = new String[n];
    half = new HalfWait[n];
    Arrays.fill(reads, "");
    Arrays.fill(writer, "init");
    Arrays.fill(co, "");
    for (int t = 0; t < n; t++) {
      queues.add(new ArrayList<>());
    }
  }

  static Interleaver sequential(TinyProgram program) {
    Interleaver all = new Interleaver(program, false);
    all.visit();
    return all;
  }

  static Interleaver withStoreBuffers(TinyProgram program) {
    Interleaver all = new Interleaver(program, true);
    all.visit();
    return all;
  }

  private String key() {
    StringBuilder key = new StringBuilder();
    key.append(Arrays.toString(pc)).append(Arrays.toString(reads)).append(Arrays.toString(co));
    key.append(Arrays.toString(half));
    for (List<long[]> queue : queues) {
      key.append('|');
      queue.forEach(entry -> key.append(entry[0]).append(':').append(entry[2]).append(' '));
    }
    return key.toString();
  }

  private void visit() {
    if (!visited.add(key())) {
      return;
    }
    boolean moved = false;
    boolean finished = true;
    for (int t = 0; t < n; t++) {
      if (!queues.get(t).isEmpty()) {
        finished = false;
        moved = true;
        flush(t);
      }
      if (pc[t] < program.threads().get(t).size()) {
        finished = false;
        moved |= step(t);
      }
    }
    if (finished) {
      List<Long> state = new ArrayList<>();
      for (long hash : seen) {
        state.add(hash);
      }
      for (int w = 0; w < TinyProgram.WORDS; w++) {
        state.add(memory[w]);
      }
      states.add(state);
      executions.add(Arrays.toString(reads) + Arrays.toString(co));
    } else if (!moved) {
      deadlock = true;
    }
  }

  private void flush(int t) {
    long[] entry = queues.get(t).remove(0);
    int word = (int) entry[0];
    Undo undo = new Undo(t, word);
    store(word, entry[1], t + "." + entry[2]);
    visit();
    undo.back();
    queues.get(t).add(0, entry);
  }

  private void store(int word, long value, String name) {
    memory[word] = value;
    writer[word] = name;
    co[word] += name + " ";
  }

  /** What one step may change but for buffers. */
  private final class Undo {
    private final int t;
    private final int word;
    private final int oldPc;
    private final long oldSeen;
    private final long oldLast;
    private final long value;
    private final String oldReads;
    private final HalfWait oldHalf;
    private final String oldWriter;
    private final String oldCo;

    Undo(int t, int word) {
      this.t = t;
      this.word = word;
      oldPc = pc[t];
      oldSeen = seen[t];
      oldLast = last[t];
      value = memory[word];
      oldReads = reads[t];
      oldHalf = half[t];
      oldWriter = writer[word];
      oldCo = co[word];
    }

    void back() {
      pc[t] = oldPc;
      seen[t] = oldSeen;
      last[t] = oldLast;
      memory[word] = value;
      reads[t] = oldReads;
      half[t] = oldHalf;
      writer[word] = oldWriter;
      co[word] = oldCo;
    }
  }

  private boolean step(int t) {
    Instruction i = program.threads().get(t).get(pc[t]);
    boolean lock = i.code() == TinyProgram.Code.LOCK || i.code() == TinyProgram.Code.UNLOCK;
    int word = lock ? TinyProgram.WORDS : i.word();
    List<long[]> queue = queues.get(t);
    boolean locked =
        switch (i.code()) {
          case ADD, CAS, LOCK, MB -> true;
          default -> false;
        };
    if (locked && !queue.isEmpty()) {
      return false;
    }
    Undo undo = new Undo(t, word);
    if (i.code() == TinyProgram.Code.AWAIT_DIFFERENT) {
      boolean ends = half[t] != null || valueSeen(0, queue) != valueSeen(1, queue);
      readOfTwo(t, half[t] == null ? word : 1 - word, queue);
      visit();
      undo.back();
      return ends;
    }
    int queued = queue.size();
    String name = t + "." + pc[t];
    boolean moved = act(t, i, word, name, queue);
    if (moved) {
      pc[t]++;
      visit();
    }
    undo.back();
    while (queue.size() > queued) {
      queue.remove(queue.size() - 1);
    }
    return moved;
  }

  /** The next read of a wait with two: it ends, or starts over, with the second. */
  private void readOfTwo(int t, int word, List<long[]> queue) {
    long keptLast = last[t];
    long keptSeen = seen[t];
    String before = reads[t];
    read(t, word, queue);
    if (half[t] == null) {
      half[t] = new HalfWait(last[t], before);
    } else if (half[t].value != last[t]) {
      half[t] = null;
      pc[t]++;
    } else {
      reads[t] = half[t].readsBefore;
      half[t] = null;
    }
    last[t] = keptLast;
    seen[t] = keptSeen;
  }

  private boolean act(int t, Instruction i, int word, String name, List<long[]> queue) {
    switch (i.code()) {
      case READ -> read(t, word, queue);
      case WRITE -> write(t, word, i.value(), queue);
      case ADD -> {
        read(t, word, queue);
        store(word, last[t] + 100, name);
      }
      case CAS -> {
        read(t, word, queue);
        if (last[t] == 0) {
          store(word, i.value(), name);
        }
      }
      case WRITE_IF -> {
        if (last[t] != 0) {
          write(t, word, i.value(), queue);
        }
      }
      case LOCK -> {
        if (memory[word] != 0) {
          return false;
        }
        reads[t] += writer[word] + " ";
        store(word, 1, name);
      }
      case UNLOCK -> write(t, word, 0, queue);
      case AWAIT -> {
        long kept = last[t];
        long hash = seen[t];
        read(t, word, queue);
        boolean holds = last[t] != 0;
        last[t] = kept;
        seen[t] = hash;
        return holds;
      }
      case MB -> {}
      case AWAIT_DIFFERENT -> throw new IllegalStateException("in two steps");
    }
    return true;
  }

  private void read(int t, int word, List<long[]> queue) {
    String from = writer[word];
    for (long[] entry : queue) {
      if (entry[0] == word) {
        from = t + "." + entry[2];
      }
    }
    last[t] = valueSeen(word, queue);
    seen[t] = TinyProgram.hash(seen[t], last[t]);
    reads[t] += from + " ";
  }

  /** What a thread with this store buffer sees in a word. */
  private long valueSeen(int word, List<long[]> queue) {
    long value = memory[word];
    for (long[] entry : queue) {
      value = entry[0] == word ? entry[1] : value;
    }
    return value;
  }

  private void write(int t, int word, long value, List<long[]> queue) {
    if (buffers) {
      queue.add(new long[] {word, value, pc[t]});
    } else {
      store(word, value, t + "." + pc[t]);
    }
  }
}
