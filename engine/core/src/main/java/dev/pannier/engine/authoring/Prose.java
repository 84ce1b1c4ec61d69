package dev.pannier.engine.authoring;

import dev.pannier.engine.yaml.YamlComment;
import java.util.List;

/** Takes a description out of a plain comment. */
final class Prose {

  private Prose() {}

  /**
   * The first paragraph of a comment on one line: what stands before examples, links and empty
   * lines. Ruled titles, and keys that are commented out above it, are no part of it.
   */
  static String firstParagraph(List<YamlComment> block) {
    StringBuilder out = new StringBuilder();
    for (YamlComment comment : block.subList(afterBanner(block), block.size())) {
      String plain = CommentLine.plain(comment);
      boolean prose =
          !plain.isEmpty()
              && !plain.startsWith("@")
              && !CommentLine.isRule(comment)
              && CommentLine.ruledTitle(comment).isEmpty()
              && !CommentLine.isBoilerplate(plain)
              && !CommentLine.isExample(plain);
      if (prose) {
        out.append(out.isEmpty() ? "" : " ").append(plain);
      } else if (!out.isEmpty()) {
        break;
      }
    }
    return out.toString();
  }

  /** The index behind a title between two ruled lines, if the block begins with one. */
  private static int afterBanner(List<YamlComment> block) {
    int after = 0;
    for (int i = 0; i + 2 < block.size(); i++) {
      if (Banner.at(block, i).isPresent()) {
        after = i + 3;
      }
    }
    return after;
  }
}
