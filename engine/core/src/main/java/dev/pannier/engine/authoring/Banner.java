package dev.pannier.engine.authoring;

import dev.pannier.engine.yaml.YamlComment;
import java.util.List;
import java.util.Optional;

/** A heading in comments: a title between two ruled lines, or within one. */
final class Banner {

  private Banner() {}

  /** The title, where one begins at an index. */
  static Optional<String> at(List<YamlComment> comments, int index) {
    if (index + 2 < comments.size()
        && CommentLine.isRule(comments.get(index))
        && CommentLine.isRule(comments.get(index + 2))
        && comments.get(index + 2).line() == comments.get(index).line() + 2) {
      String title = CommentLine.plain(comments.get(index + 1));
      return title.isEmpty() || title.startsWith("@") ? Optional.empty() : Optional.of(title);
    }
    return Optional.empty();
  }
}
