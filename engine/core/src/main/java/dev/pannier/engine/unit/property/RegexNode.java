package dev.pannier.engine.unit.property;

import java.util.List;

/** A regular expression as far as it tells what to write. */
sealed interface RegexNode {

  /** Writes something that matches. */
  default void write(Pick pick, StringBuilder out) {
    switch (this) {
      case Chars(List<Range> ranges) -> {
        Range range = pick.of(ranges);
        out.appendCodePoint(pick.between(range.first(), range.last()));
      }
      case Sequence(List<RegexNode> parts) -> parts.forEach(part -> part.write(pick, out));
      case Choice(List<RegexNode> branches) -> pick.of(branches).write(pick, out);
      case Repeat(RegexNode part, int least, int most) -> {
        // The ends are where mistakes are; in between, a few will do.
        int times = pick.onceIn(4) ? most : pick.between(least, Math.min(most, least + 4));
        for (int i = 0; i < times; i++) {
          part.write(pick, out);
        }
      }
    }
  }

  /** Characters from one to another, both included. */
  record Range(int first, int last) {}

  record Chars(List<Range> ranges) implements RegexNode {}

  record Sequence(List<RegexNode> parts) implements RegexNode {}

  record Choice(List<RegexNode> branches) implements RegexNode {}

  record Repeat(RegexNode part, int least, int most) implements RegexNode {}
}
