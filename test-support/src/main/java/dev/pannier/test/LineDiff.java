package dev.pannier.test;

import java.util.Arrays;
import java.util.List;

/** The stretch of lines in which two texts differ, with a few equal lines around it. */
final class LineDiff {
  private static final int CONTEXT = 3;
  private static final int LONGEST = 40;

  private LineDiff() {}

  static String between(String expected, String actual) {
    // A trailing line break is a line of its own, so that its absence shows.
    var old = Arrays.asList(expected.split("\n", -1));
    var now = Arrays.asList(actual.split("\n", -1));
    int head = equalAtStart(old, now);
    int tail = equalAtEnd(old, now, Math.min(old.size(), now.size()) - head);
    var out = new StringBuilder("@@ line " + (head + 1) + " @@\n");
    append(out, "  ", old.subList(Math.max(0, head - CONTEXT), head));
    append(out, "- ", old.subList(head, old.size() - tail));
    append(out, "+ ", now.subList(head, now.size() - tail));
    int end = now.size() - tail;
    append(out, "  ", now.subList(end, Math.min(now.size(), end + CONTEXT)));
    return out.toString();
  }

  private static int equalAtStart(List<String> old, List<String> now) {
    int count = 0;
    while (count < old.size() && count < now.size() && old.get(count).equals(now.get(count))) {
      count++;
    }
    return count;
  }

  private static int equalAtEnd(List<String> old, List<String> now, int most) {
    int count = 0;
    while (count < most
        && old.get(old.size() - 1 - count).equals(now.get(now.size() - 1 - count))) {
      count++;
    }
    return count;
  }

  private static void append(StringBuilder out, String mark, List<String> lines) {
    for (String line : lines.subList(0, Math.min(LONGEST, lines.size()))) {
      out.append(mark).append(line.replace("\r", "\\r")).append('\n');
    }
    if (lines.size() > LONGEST) {
      out.append(mark).append("… ").append(lines.size() - LONGEST).append(" more lines\n");
    }
  }
}
