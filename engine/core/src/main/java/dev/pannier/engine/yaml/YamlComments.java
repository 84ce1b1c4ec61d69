package dev.pannier.engine.yaml;

import dev.pannier.engine.problem.Source;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.comments.CommentType;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.ScannerImpl;
import org.yaml.snakeyaml.tokens.CommentToken;

/**
 * Finds the comments of a text. A pass of its own, by the tokens alone: who reads data does not pay
 * for them.
 */
public final class YamlComments {

  /** What the scanner takes for one, by YAML 1.1. */
  private static final String LINE_BREAK = "\\r\\n|[\\n\\r\\u0085\\u2028\\u2029]";

  private YamlComments() {}

  /** The comments, from the top down; where the text is no YAML, those before that place. */
  public static List<YamlComment> of(Source source) {
    List<YamlComment> found = new ArrayList<>();
    String text = source.text();
    // Without it the scanner would count the mark as a column.
    String scanned = text.startsWith("\uFEFF") ? text.substring(1) : text;
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setProcessComments(true);
    try {
      ScannerImpl scanner = new ScannerImpl(new StreamReader(scanned), options);
      String[] lines = scanned.split(LINE_BREAK, -1);
      while (scanner.checkToken()) {
        if (scanner.getToken() instanceof CommentToken token
            && token.getCommentType() != CommentType.BLANK_LINE) {
          found.add(comment(token.getStartMark(), lines));
        }
      }
    } catch (YAMLException _) {
      // Whoever reads the data of the text is told; the comments before that place are sound.
      return List.copyOf(found);
    }
    return List.copyOf(found);
  }

  /** The text is taken from the line: the token's begins after blanks now and then. */
  private static YamlComment comment(Mark mark, String[] lines) {
    String line = lines[mark.getLine()];
    int points = Math.min(mark.getColumn(), line.codePointCount(0, line.length()));
    int start = line.offsetByCodePoints(0, points);
    String text = line.substring(Math.min(line.length(), start + 1)).stripTrailing();
    return new YamlComment(mark.getLine() + 1, start + 1, text, line.substring(0, start).isBlank());
  }
}
