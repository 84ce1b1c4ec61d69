package dev.pannier.engine.yaml;

import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.problem.SourceMap;
import dev.pannier.engine.yaml.ScalarPlace.Role;
import dev.pannier.engine.yaml.ScalarPlace.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.ScannerImpl;
import org.yaml.snakeyaml.tokens.ScalarToken;
import org.yaml.snakeyaml.tokens.Token;

/**
 * Finds the scalars of a text by its tokens alone, so that they can be rewritten in their places.
 */
public final class ScalarPlaces {

  private final String text;
  private final boolean surrogates;
  private final List<ScalarPlace> found = new ArrayList<>();
  private int[] columns = new int[16];
  private int[] collections = new int[16];
  private int depth;
  private int flowDepth;
  private int begun;
  private Role role = Role.ALONE;
  private boolean marked;
  private int itemColumn = -1;
  private int lastPoint;
  private int lastIndex;

  private ScalarPlaces(String text) {
    this.text = text;
    this.surrogates = text.codePoints().anyMatch(c -> c > 0xFFFF);
    columns[0] = -1;
  }

  /**
   * Scans a text.
   *
   * @param map leads from the text to the place that a problem shall name
   * @param problems what the scanner finds wrong; the scalars before it are found all the same
   */
  public static List<ScalarPlace> of(Source source, SourceMap map, Problems problems) {
    ScalarPlaces places = new ScalarPlaces(source.text());
    try {
      places.scan();
    } catch (YAMLException e) {
      problems.add(SyntaxProblem.of(e, mark -> SyntaxProblem.place(mark, source, map), source));
    }
    return places.found;
  }

  private void scan() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    ScannerImpl scanner = new ScannerImpl(new StreamReader(text), options);
    while (scanner.checkToken()) {
      token(scanner.getToken());
    }
  }

  private void token(Token token) {
    switch (token.getTokenId()) {
      case BlockMappingStart, BlockSequenceStart -> push(token.getStartMark().getColumn());
      case FlowMappingStart, FlowSequenceStart -> {
        flowDepth++;
        push(columns[depth]);
      }
      case FlowMappingEnd, FlowSequenceEnd -> {
        flowDepth--;
        pop();
      }
      case BlockEnd -> pop();
      case Key -> next(Role.KEY);
      case Value -> next(Role.VALUE);
      case BlockEntry -> {
        next(Role.ITEM);
        itemColumn = token.getStartMark().getColumn();
      }
      case FlowEntry -> next(Role.ITEM);
      case Anchor, Tag -> marked = true;
      case Scalar -> scalar((ScalarToken) token);
      case Alias -> next(Role.ALONE);
      case DocumentStart,
          DocumentEnd,
          Directive,
          StreamStart,
          StreamEnd,
          Comment,
          Error,
          Whitespace ->
          next(Role.ALONE);
    }
  }

  private void push(int column) {
    if (++depth == columns.length) {
      columns = Arrays.copyOf(columns, depth * 2);
      collections = Arrays.copyOf(collections, depth * 2);
    }
    columns[depth] = column;
    collections[depth] = ++begun;
    next(flowDepth > 0 ? Role.ITEM : Role.ALONE);
  }

  private void pop() {
    depth = Math.max(depth - 1, 0);
    next(Role.ALONE);
  }

  private void next(Role expected) {
    role = expected;
    marked = false;
  }

  private void scalar(ScalarToken token) {
    found.add(
        new ScalarPlace(
            token.getValue(),
            style(token),
            index(token.getStartMark()),
            index(token.getEndMark()),
            role,
            flowDepth > 0,
            marked,
            role == Role.ITEM && flowDepth == 0 ? itemColumn : columns[depth],
            collections[depth]));
    next(Role.ALONE);
  }

  private static Style style(ScalarToken token) {
    return switch (token.getStyle()) {
      case PLAIN, JSON_SCALAR_STYLE -> Style.PLAIN;
      case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
      case DOUBLE_QUOTED -> Style.DOUBLE_QUOTED;
      case LITERAL -> Style.LITERAL;
      case FOLDED -> Style.FOLDED;
    };
  }

  /** The scanner counts code points, Java counts UTF-16 units. */
  private int index(Mark mark) {
    int point = mark.getIndex();
    if (!surrogates) {
      return point;
    }
    if (point < lastPoint) {
      lastPoint = 0;
      lastIndex = 0;
    }
    lastIndex = text.offsetByCodePoints(lastIndex, point - lastPoint);
    lastPoint = point;
    return lastIndex;
  }
}
