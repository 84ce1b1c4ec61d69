package dev.pannier.engine.authoring;

import java.util.ArrayList;
import java.util.List;

/** Tells the difference of two texts line by line, as {@code diff -u} does (Myers' algorithm). */
final class LineDiff {

  private static final int CONTEXT = 3;

  /** Past so many changed lines all between the first and the last is told as one change. */
  private static final int MOST_EDITS = 1000;

  private record Line(char mark, String text) {}

  private final List<String> old;
  private final List<String> now;
  private final List<Line> lines = new ArrayList<>();

  private LineDiff(List<String> old, List<String> now) {
    this.old = old;
    this.now = now;
  }

  /**
   * The difference with three equal lines around each change; empty where there is none.
   *
   * @param name the file that both are texts of
   * @param created whether there was no file before
   */
  static String unified(String before, String after, String name, boolean created) {
    if (before.equals(after) && !created) {
      return "";
    }
    LineDiff diff = new LineDiff(split(before), split(after));
    diff.compare();
    String from = created ? "/dev/null" : name;
    return "--- " + from + "\n+++ " + name + "\n" + diff.hunks();
  }

  /** Lines without their breaks; a carriage return stays, so that it shows as a difference. */
  private static List<String> split(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    if (lines.getLast().isEmpty()) {
      lines.removeLast();
    } else {
      lines.set(lines.size() - 1, lines.getLast() + "\n\\ No newline at end of file");
    }
    return lines;
  }

  private void compare() {
    int head = 0;
    int least = Math.min(old.size(), now.size());
    while (head < least && old.get(head).equals(now.get(head))) {
      lines.add(new Line(' ', old.get(head++)));
    }
    int tail = 0;
    while (tail < least - head
        && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
      tail++;
    }
    middle(old.subList(head, old.size() - tail), now.subList(head, now.size() - tail));
    old.subList(old.size() - tail, old.size()).forEach(text -> lines.add(new Line(' ', text)));
  }

  private void middle(List<String> from, List<String> to) {
    List<int[]> furthest = new ArrayList<>();
    int edits = from.isEmpty() || to.isEmpty() ? -1 : search(from, to, furthest);
    if (edits < 0) {
      from.forEach(text -> lines.add(new Line('-', text)));
      to.forEach(text -> lines.add(new Line('+', text)));
    } else {
      lines.addAll(walkBack(from, to, furthest));
    }
  }

  /** The number of edits; -1 where there are too many. Keeps how far each number of them leads. */
  private static int search(List<String> from, List<String> to, List<int[]> furthest) {
    int most = Math.min(MOST_EDITS, from.size() + to.size());
    int[] reach = new int[2 * most + 3];
    for (int edits = 0; edits <= most; edits++) {
      for (int k = -edits; k <= edits; k += 2) {
        int at = k + most + 1;
        boolean down = k == -edits || k != edits && reach[at - 1] < reach[at + 1];
        int x = down ? reach[at + 1] : reach[at - 1] + 1;
        while (x < from.size() && x - k < to.size() && from.get(x).equals(to.get(x - k))) {
          x++;
        }
        reach[at] = x;
        if (x >= from.size() && x - k >= to.size()) {
          furthest.add(reach.clone());
          return edits;
        }
      }
      furthest.add(reach.clone());
    }
    return -1;
  }

  private static List<Line> walkBack(List<String> from, List<String> to, List<int[]> furthest) {
    List<Line> found = new ArrayList<>();
    int middle = furthest.getFirst().length / 2;
    int x = from.size();
    int y = to.size();
    for (int edits = furthest.size() - 1; edits > 0; edits--) {
      int[] reach = furthest.get(edits - 1);
      int k = x - y;
      boolean down = k == -edits || k != edits && reach[middle + k - 1] < reach[middle + k + 1];
      int beforeX = down ? reach[middle + k + 1] : reach[middle + k - 1];
      int beforeY = beforeX - (down ? k + 1 : k - 1);
      while (x > (down ? beforeX : beforeX + 1) && y > (down ? beforeY + 1 : beforeY)) {
        found.addFirst(new Line(' ', from.get(--x)));
        y--;
      }
      found.addFirst(down ? new Line('+', to.get(--y)) : new Line('-', from.get(--x)));
    }
    while (x > 0) {
      found.addFirst(new Line(' ', from.get(--x)));
    }
    return found;
  }

  private String hunks() {
    StringBuilder out = new StringBuilder();
    int oldLine = 1;
    int newLine = 1;
    int i = 0;
    while (i < lines.size()) {
      int start = i;
      while (start < lines.size() && lines.get(start).mark == ' ') {
        start++;
      }
      if (start == lines.size()) {
        break;
      }
      int first = Math.max(i, start - CONTEXT);
      oldLine += first - i;
      newLine += first - i;
      int end = endOfHunk(start);
      List<Line> hunk = lines.subList(first, end);
      int olds = (int) hunk.stream().filter(line -> line.mark != '+').count();
      int news = (int) hunk.stream().filter(line -> line.mark != '-').count();
      out.append("@@ -").append(range(oldLine, olds));
      out.append(" +").append(range(newLine, news)).append(" @@\n");
      hunk.forEach(line -> out.append(line.mark).append(line.text).append('\n'));
      oldLine += olds;
      newLine += news;
      i = end;
    }
    return out.toString();
  }

  /** The index behind the last context line of the changes that begin at an index. */
  private int endOfHunk(int start) {
    int last = start;
    for (int i = start; i < lines.size() && i - last <= 2 * CONTEXT; i++) {
      last = lines.get(i).mark == ' ' ? last : i;
    }
    return Math.min(lines.size(), last + 1 + CONTEXT);
  }

  private static String range(int line, int count) {
    return (count == 0 ? line - 1 : line) + (count == 1 ? "" : "," + count);
  }
}
