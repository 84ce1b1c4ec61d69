package dev.pannier.engine.authoring;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.YamlComment;
import dev.pannier.engine.yaml.YamlComments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which comments of a values file belong to which key. */
final class CommentBlocks {

  private final Source source;
  private final String[] lines;
  private final List<YamlComment> all;
  private final Map<Integer, YamlComment> byLine = new HashMap<>();

  CommentBlocks(Source source) {
    this.source = source;
    this.lines = source.text().split("\r?\n", -1);
    this.all = YamlComments.of(source);
    all.forEach(comment -> byLine.put(comment.line(), comment));
  }

  Source source() {
    return source;
  }

  /** Them all, from the top down. */
  List<YamlComment> all() {
    return all;
  }

  /** The block of comments that ends right above a key and begins at the same column. */
  List<YamlComment> above(String key, Location at) {
    List<YamlComment> block = new ArrayList<>();
    if (leads(key, at)) {
      int column = indent(line(at.line())) + 1;
      YamlComment comment = byLine.get(at.line() - 1);
      while (comment != null && comment.alone() && comment.column() == column) {
        block.addFirst(comment);
        comment = byLine.get(comment.line() - 1);
      }
    }
    return block;
  }

  /** The comment behind a key, on its line. */
  Optional<YamlComment> beside(String key, Location at) {
    return leads(key, at) ? Optional.ofNullable(byLine.get(at.line())) : Optional.empty();
  }

  /**
   * Whether a key is the first thing on its line. The others of a line share its comment, and a key
   * that an alias or a merge brought has none here.
   */
  private boolean leads(String key, Location at) {
    if (!at.source().name().equals(source.name()) || at.line() < 1 || at.column() < 1) {
      return false;
    }
    String line = line(at.line());
    int start = at.column() - 1;
    if (start > line.length()
        || !line.substring(0, start).chars().allMatch(c -> " -".indexOf(c) >= 0)) {
      return false;
    }
    return line.startsWith(key, start)
        || line.startsWith("\"", start)
        || line.startsWith("'", start);
  }

  private String line(int number) {
    return number <= lines.length ? lines[number - 1] : "";
  }

  private static int indent(String line) {
    int i = 0;
    while (i < line.length() && line.charAt(i) == ' ') {
      i++;
    }
    return i;
  }
}
