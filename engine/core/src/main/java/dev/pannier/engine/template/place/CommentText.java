package dev.pannier.engine.template.place;

import dev.pannier.engine.template.language.Unmarked;
import dev.pannier.engine.yaml.Node;

/** Values in comments. */
final class CommentText {

  private CommentText() {}

  /** A value on one line, without what YAML does not print. */
  static String of(Node value) {
    StringBuilder out = new StringBuilder(Unmarked.plain(value));
    for (int i = 0; i < out.length(); i++) {
      char c = out.charAt(i);
      boolean printable =
          c == '\t'
              || c >= 0x20 && c <= 0x7E
              || c >= 0xA0 && c != 0x2028 && c != 0x2029 && c != 0xFEFF && c < 0xFFFE;
      boolean alone =
          Character.isHighSurrogate(c)
                  && (i + 1 == out.length() || !Character.isLowSurrogate(out.charAt(i + 1)))
              || Character.isLowSurrogate(c)
                  && (i == 0 || !Character.isHighSurrogate(out.charAt(i - 1)));
      if (!printable || alone) {
        out.setCharAt(i, ' ');
      }
    }
    return out.toString();
  }
}
